//! The schedule in XML, by c3voc's XML Schema.

use std::{borrow::Cow, io};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event as Xml},
};

use super::schedule::{Conference, Day, Event, Schedule, duration};

type Output = Writer<Vec<u8>>;

/// The longest duration in minutes. Giggity reads durations as times of the day, and no session of a schedule with another
/// value.
const LONGEST: i64 = 23 * 60 + 59;

/// The shortest slug of a session that the format allows, after the acronym.
const SHORTEST_SLUG: usize = 4;

/// Writes a schedule. The generator comes first: Giggity recognises the format by the first kilobyte.
pub(super) fn write(schedule: &Schedule) -> Vec<u8> {
    let mut output = Writer::new_with_indent(Vec::new(), b' ', 2);
    document(&mut output, schedule).expect("memory takes all bytes");
    let mut xml = output.into_inner();
    xml.push(b'\n');
    xml
}

fn document(output: &mut Output, schedule: &Schedule) -> io::Result<()> {
    output.write_event(Xml::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    output.create_element("schedule").write_inner_content(|output| {
        let generator = output.create_element("generator").with_attribute(("name", "serverlessconf"));
        generator.with_attribute(("version", env!("CARGO_PKG_VERSION"))).write_empty()?;
        text(output, "url", &schedule.url)?;
        text(output, "version", &schedule.version)?;
        conference(output, &schedule.conference, &schedule.base_url)?;
        schedule.conference.days.iter().try_for_each(|one| day(output, one))
    })?;
    Ok(())
}

fn conference(output: &mut Output, conference: &Conference, base_url: &str) -> io::Result<()> {
    output.create_element("conference").write_inner_content(|output| {
        text(output, "title", &conference.title)?;
        text(output, "acronym", &conference.acronym)?;
        text(output, "start", &conference.start)?;
        text(output, "end", &conference.end)?;
        text(output, "days", &conference.days_count.to_string())?;
        text(output, "timeslot_duration", conference.timeslot_duration)?;
        text(output, "base_url", base_url)?;
        text(output, "url", &conference.url)?;
        if let Some(zone) = &conference.time_zone_name {
            text(output, "time_zone_name", zone)?;
        }
        for track in &conference.tracks {
            let name = allowed(&track.name);
            let mut element = output.create_element("track").with_attribute(("name", &*name));
            for (attribute, value) in [("color", &track.color), ("slug", &track.slug)] {
                if let Some(value) = value {
                    element = element.with_attribute((attribute, value.as_str()));
                }
            }
            element.write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn day(output: &mut Output, day: &Day) -> io::Result<()> {
    let index = day.index.to_string();
    let element = output.create_element("day").with_attributes([
        ("index", index.as_str()),
        ("date", &day.date),
        ("start", &day.day_start),
        ("end", &day.day_end),
    ]);
    element.write_inner_content(|output| {
        for place in &day.places {
            let (name, guid) = (allowed(&place.name), place.guid.map(|guid| guid.to_string()));
            let element = output.create_element("room").with_attribute(("name", &*name));
            let element = element.with_attributes(guid.iter().map(|guid| ("guid", guid.as_str())));
            element.write_inner_content(|output| place.events.iter().try_for_each(|one| event(output, one)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn event(output: &mut Output, event: &Event) -> io::Result<()> {
    let (guid, id) = (event.guid.to_string(), event.id.to_string());
    let element = output.create_element("event").with_attributes([("guid", guid.as_str()), ("id", &id)]);
    element.write_inner_content(|output| {
        text(output, "date", &event.date)?;
        text(output, "start", &event.start)?;
        text(output, "duration", &duration(event.minutes.min(LONGEST)))?;
        text(output, "room", &event.room)?;
        if event.slug.split_once('-').is_some_and(|(_, name)| name.len() >= SHORTEST_SLUG) {
            text(output, "slug", &event.slug)?;
        }
        text(output, "url", &event.url)?;
        text(output, "title", &event.title)?;
        text(output, "subtitle", "")?;
        text(output, "track", event.track.as_deref().unwrap_or_default())?;
        text(output, "type", event.r#type)?;
        if let Some(language) = &event.language {
            text(output, "language", language)?;
        }
        text(output, "abstract", event.r#abstract.as_deref().unwrap_or_default())?;
        people_and_links(output, event)
    })?;
    Ok(())
}

fn people_and_links(output: &mut Output, event: &Event) -> io::Result<()> {
    output.create_element("persons").write_inner_content(|output| {
        for person in &event.persons {
            let (id, guid, name) = (person.id.to_string(), person.guid.to_string(), allowed(&person.name));
            let element = output.create_element("person").with_attributes([("id", id.as_str()), ("guid", &guid)]);
            element.write_text_content(BytesText::new(&name))?;
        }
        Ok::<_, io::Error>(())
    })?;
    output.create_element("links").write_inner_content(|output| {
        for link in &event.links {
            let title = allowed(&link.title);
            let element = output.create_element("link").with_attribute(("href", link.url.as_str()));
            element.with_attribute(("type", link.r#type)).write_text_content(BytesText::new(&title))?;
        }
        Ok::<_, io::Error>(())
    })?;
    Ok(())
}

fn text(output: &mut Output, name: &str, value: &str) -> io::Result<()> {
    output.create_element(name).write_text_content(BytesText::new(&allowed(value)))?;
    Ok(())
}

/// A text without the characters that XML 1.0 cannot hold (section 2.2).
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |letter: char| match letter {
        '\t' | '\n' | '\r' => true,
        '\0'..' ' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    };
    match text.chars().all(is_allowed) {
        true => text.into(),
        false => text.chars().filter(|letter| is_allowed(*letter)).collect::<String>().into(),
    }
}
