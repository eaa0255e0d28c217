//! Reads a `schedule.xml` of pretalx, frab or FOSDEM.
//!
//! It follows c3voc's schema (`validator/xsd/schedule.xml.xsd` of <https://github.com/voc/schedule>); see
//! [`super::frab`]. Entities of a document type are never expanded, as a few of them can exhaust memory.

mod content;
mod mixed;
mod tree;

use std::{borrow::Cow, collections::BTreeMap};

use conference::{diagnostic::Message, message};
use quick_xml::{
    Reader,
    events::{BytesStart, Event as Xml},
};

use self::{
    content::Contents,
    tree::{Building, holds_text},
};
use super::{frab, programme::Programme};
use crate::{
    Damage,
    damage::{nothing, one_event},
    text::html::unescape,
};

/// The deepest nesting of elements. Schedules need seven levels.
const DEEPEST: usize = 32;

/// The most elements that are read.
const MOST_ELEMENTS: usize = 1_500_000;

/// The most kinds of elements that are told if there are no sessions.
const NAMED: usize = 12;

/// Reads a schedule.
pub(super) fn read(text: &str) -> Result<Programme, Damage> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut building = Building::default();
    let mut names: Vec<String> = Vec::new();
    let mut contents = Contents::default();
    let mut elements = 0;
    let mut outline = BTreeMap::new();
    loop {
        let event = reader.read_event().map_err(|error| {
            let error = error.to_string();
            let help = message!("this is no XML; download it again", "XMLではありません。ダウンロードし直してください");
            damage(text, reader.error_position(), message!("{error}", "{error}"), help)
        })?;
        let place = reader.buffer_position();
        let fault = |message: Message, help: Message| damage(text, place, message, help);
        match event {
            Xml::Start(element) => {
                elements += 1;
                let name = name(&element);
                if names.is_empty() && name != "schedule" {
                    return Err(fault(
                        message!("this is no schedule, but `{name}`", "スケジュールではなく`{name}`です"),
                        message!("export it as schedule.xml", "schedule.xml として書き出してください"),
                    ));
                }
                if names.len() == DEEPEST || elements > MOST_ELEMENTS {
                    let message = message!(
                        "the source has more elements than the schedule of any event",
                        "1つのイベントのスケジュールとしては要素が多すぎます"
                    );
                    return Err(fault(message, one_event()));
                }
                // Sessions are in days, within rooms.
                if (2..=3).contains(&names.len()) && names[1] == "day" && outline.len() < NAMED {
                    *outline.entry(format!("`{}/{name}`", names.join("/"))).or_insert(0_usize) += 1;
                }
                let attributes = attributes(&element).map_err(|error| {
                    let help = message!("download it again", "ダウンロードし直してください");
                    fault(message!("{error}", "{error}"), help)
                })?;
                if contents.is_inline() || holds_text(&names) {
                    contents.open_inline(&name, &attributes);
                    names.push(name);
                } else {
                    names.push(name);
                    contents.open();
                    building.open(&names, attributes);
                }
            }
            Xml::End(_) if contents.is_inline() => {
                contents.close_inline(names.last().map_or("", String::as_str));
                names.pop();
            }
            Xml::End(_) => {
                building.close(&names, &contents.close());
                names.pop();
            }
            Xml::Text(part) => contents.text(&part),
            Xml::CData(part) => contents.text(&part),
            Xml::GeneralRef(entity) => {
                let name = entity.to_string();
                let known = quick_xml::escape::resolve_predefined_entity(&name).map(str::to_owned);
                let number = entity.resolve_char_ref().ok().flatten().map(String::from);
                // The entities of HTML, of which a schedule may have no declaration.
                let entity = format!("&{name};");
                let html = Some(unescape(&entity)).filter(|text| *text != entity).map(Cow::into_owned);
                match known.or(number).or(html) {
                    Some(text) => contents.text(&text),
                    None => {
                        return Err(fault(
                            message!("`&{name};` has no meaning here", "`&{name};`はここでは使えません"),
                            message!("write the character itself", "文字そのものを書いてください"),
                        ));
                    }
                }
            }
            Xml::Eof if names.is_empty() && elements > 0 => break,
            Xml::Eof => {
                let message = match names.last() {
                    Some(name) => message!("`{name}` is never closed", "`{name}`が閉じられていません"),
                    None => message!("there is no schedule in it", "スケジュールがありません"),
                };
                let help = message!(
                    "the end is missing; download it again",
                    "終わりが欠けています。ダウンロードし直してください"
                );
                return Err(fault(message, help));
            }
            _ => {}
        }
    }
    let days = &building.schedule.conference.days.0;
    if days.iter().flat_map(|day| &day.rooms.0).all(|(_, events)| events.0.is_empty()) {
        let found: Vec<_> = outline.iter().map(|(path, count)| format!("{path} ({count})")).collect();
        let found = if found.is_empty() { String::from("no days") } else { found.join(", ") };
        return Err(nothing(&found, "`schedule/day/room/event`"));
    }
    Ok(frab::programme(building.schedule, building.exporter))
}

fn name(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_owned()
}

/// The attributes of an element, with their names.
fn attributes(element: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
    let read = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
        let attribute = attribute.map_err(|error: quick_xml::events::attributes::AttrError| error.to_string())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?.into_owned();
        Ok((attribute.key.as_ref().to_owned(), value))
    };
    element.attributes().take(64).map(read).collect()
}

/// An error with the line and column of a byte.
fn damage(text: &str, place: u64, message: Message, help: Message) -> Damage {
    let place = usize::try_from(place).unwrap_or(text.len()).min(text.len());
    let place = (0..=place).rev().find(|&place| text.is_char_boundary(place)).unwrap_or(0);
    let before = &text[..place];
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Damage {
        line: Some(before.bytes().filter(|byte| *byte == b'\n').count() + 1),
        column: Some(before[start..].chars().count() + 1),
        message,
        help: Box::new(help),
    }
}
