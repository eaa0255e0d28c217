//! Detects the format of a source.
//!
//! The first character is not enough, as texts may begin with brackets: `[:contents]` in Hatena's notation, `[a
//! link](…)`, `<p>` of a blog, `{漢字|かんじ}`. A source is JSON or XML only if more than its first character looks like it.

use conference::{diagnostic::Message, load::recognise, message};
use serde::de::IgnoredAny;

use super::kind::SourceKind;
use crate::{
    Damage,
    damage::{self, damage},
    text,
};

/// The suggestion for an unknown format.
fn help() -> Message {
    message!(
        "download the schedule as JSON or XML, or name its format with --format",
        "スケジュールをJSONかXMLでダウンロードするか、--format で形式を指定してください"
    )
}

/// The source is empty.
fn empty() -> Damage {
    damage(message!("the source is empty", "ソースが空です"), help())
}

/// The fields that distinguish JSON formats.
#[derive(serde::Deserialize)]
struct Probe {
    schedule: Option<IgnoredAny>,
    sessions: Option<IgnoredAny>,
    speakers: Option<IgnoredAny>,
    rooms: Option<IgnoredAny>,
    results: Option<IgnoredAny>,
    slots: Option<IgnoredAny>,
    code: Option<IgnoredAny>,
    date_from: Option<IgnoredAny>,
}

/// Detects the format of a source.
pub(super) fn detect(text: &str) -> Result<SourceKind, Damage> {
    let start = text.trim_start();
    match start.as_bytes().first() {
        None => Err(empty()),
        Some(b'<') => markup(text, start),
        Some(b'{') if is_object(start) => object(text),
        Some(b'[') if is_list(start) => {
            let fields = ["\"groupId\"", "\"isServiceSession\"", "\"isTopSpeaker\"", "\"tagLine\"", "\"fullName\""];
            let other_view = fields.iter().any(|field| start.contains(field));
            match other_view {
                true => {
                    let message =
                        message!("this is another view of Sessionize's API", "SessionizeのAPIの別のビューです");
                    let help = message!(
                        "download the view \"All data\" (…/view/All)",
                        "「All data」（…/view/All）をダウンロードしてください"
                    );
                    Err(damage(message, help))
                }
                false => Ok(SourceKind::Pretalx),
            }
        }
        Some(b'-') if let Some(found) = recognise(start) => {
            let place = found.place;
            let message = message!(
                "the source is a content file of this program already: {name}",
                "ソースはすでにこのプログラムのコンテンツファイルです（{name}）",
                name = found.name
            );
            let help = message!(
                "copy it to {place} of the content folder under its own name, then run `serverlessconf check`; if it is a file of another tool, name its format with --format",
                "名前を変えずにコンテンツのフォルダーの {place} にコピーし、`serverlessconf check` を実行してください。ほかのツールのファイルであれば、--format で形式を指定してください"
            );
            Err(damage(message, help))
        }
        Some(_) if begins_calendar(start) => {
            let message = message!("the source is a calendar (iCalendar)", "ソースはカレンダー（iCalendar）です");
            Err(damage(message, help()))
        }
        Some(_) if is_table(start) => {
            let message = message!("the source is a table (CSV)", "ソースは表（CSV）です");
            Err(damage(message, help()))
        }
        Some(_) => Ok(words(text)),
    }
}

fn begins_calendar(text: &str) -> bool {
    text.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// Whether a text is a table: names of columns, and a row of as many cells.
fn is_table(text: &str) -> bool {
    /// Names of columns of sessions and speakers, one of which a table has.
    const COLUMNS: [&str; 10] =
        ["id", "title", "name", "start", "starts at", "speaker", "speakers", "room", "email", "session id"];
    let mut lines = text.lines();
    let (Some(head), Some(row)) = (lines.next(), lines.next()) else { return false };
    [',', ';', '\t'].into_iter().any(|separator| {
        let names: Vec<&str> = head.split(separator).map(|name| name.trim().trim_matches('"')).collect();
        let is_name = |name: &&str| {
            !name.is_empty()
                && name.chars().count() <= 40
                && !name.contains(['.', ':', '?', '。', '：', '？', '<', '['])
        };
        names.len() > 1
            && names.iter().all(is_name)
            && names.iter().any(|name| COLUMNS.contains(&name.to_lowercase().as_str()))
            && row.matches(separator).count() + 1 >= names.len()
    })
}

/// The format of a text: an interview or a blog export.
fn words(text: &str) -> SourceKind {
    if text::is_export(text) { SourceKind::Blog } else { SourceKind::Interview }
}

/// The format of a source that begins with `<`.
fn markup(text: &str, start: &str) -> Result<SourceKind, Damage> {
    let mut rest = start;
    // An XML declaration says nothing about the format, and a comment says nothing at all.
    let mut declared = false;
    loop {
        let (begin, end) = match rest {
            _ if begins(rest, "<?xml") => ("<?xml", "?>"),
            _ if rest.starts_with("<?") => ("<?", "?>"),
            _ if rest.starts_with("<!--") => ("<!--", "-->"),
            _ => break,
        };
        declared |= begin == "<?xml";
        let Some((_, after)) = rest[begin.len()..].split_once(end) else { break };
        rest = after.trim_start();
    }
    if ["<!doctype html", "<html"].iter().any(|page| begins(rest, page)) {
        let message = message!(
            "the source is a web page, and no export",
            "ソースはウェブページで、エクスポートされたデータではありません"
        );
        let help = message!(
            "name the schedule's export; of an article, save the text of its post alone, or import it with --format interview",
            "スケジュールのエクスポートを指定してください。記事の場合は本文だけを保存するか、--format interview で取り込んでください"
        );
        return Err(damage(message, help));
    }
    let is_schedule = declared || ["<schedule", "<!doctype schedule"].iter().any(|name| begins(rest, name));
    Ok(if is_schedule { SourceKind::FrabXml } else { words(text) })
}

/// Whether a text begins with a tag or declaration of this name, ignoring case.
fn begins(text: &str, name: &str) -> bool {
    let (start, rest) = text.split_at_checked(name.len()).unwrap_or_default();
    let ends =
        rest.is_empty() || rest.starts_with(|next: char| next.is_whitespace() || matches!(next, '>' | '/' | '['));
    start.eq_ignore_ascii_case(name) && ends
}

/// Whether a text begins like a JSON object: with a name or its end.
fn is_object(text: &str) -> bool {
    let Some(after) = text.strip_prefix('{') else { return false };
    let after = after.trim_start();
    after.is_empty() || after.starts_with(['"', '}'])
}

/// Whether a text begins like a list of objects; only JSON may follow an empty one.
fn is_list(text: &str) -> bool {
    let mut text = text;
    while let Some(after) = text.strip_prefix('[') {
        text = after.trim_start();
        match text.strip_prefix(']') {
            Some(after) => text = after.trim_start(),
            None => break,
        }
    }
    text.is_empty() || is_object(text)
}

/// The format of a JSON object, by its fields.
fn object(text: &str) -> Result<SourceKind, Damage> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Probe>();
    let probe = match values.next() {
        Some(Ok(probe)) => probe,
        Some(Err(error)) => return Err(damage::of_json(&error)),
        None => return Err(empty()),
    };
    if probe.schedule.is_some() {
        Ok(SourceKind::FrabJson)
    } else if probe.sessions.is_some() && (probe.speakers.is_some() || probe.rooms.is_some()) {
        Ok(SourceKind::Sessionize)
    } else if [probe.results, probe.slots, probe.code, probe.date_from].iter().any(Option::is_some) {
        Ok(SourceKind::Pretalx)
    } else {
        let message = message!(
            "this JSON is no schedule that is known here",
            "このJSONは対応しているスケジュールの形式ではありません"
        );
        Err(damage(message, help()))
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceKind::*, detect};

    #[test]
    fn a_text_may_begin_with_any_sign() {
        for text in [
            "[f:id:reida:20160925123456j:plain]\n**Quick Chat\n",
            "[:contents]\n* a\n",
            "[https://example.org:embed:cite]\n",
            "[前の記事](https://example.org)の続きです。\n",
            "[](https://example.org)\n",
            "[ ] 未定\n",
            "[{漢字|かんじ}](https://example.org)\n",
            "{漢字|かんじ}の話\n",
            "<p>Name: Hana Example</p>\n",
            "<h1>題</h1>\n<p>a</p>\n",
            "<!-- draft -->\n<p>a</p>\n",
            "<schedules are hard\n",
            "<https://example.org> です。\n",
            "<3\n",
            "Hana, Taro, and Jiro\nmet, talked, and left.\n",
            "Name: Hana Example, Taro\n\n---- Why, so?\n",
            "Title, by name\n\nWords.\n",
        ] {
            assert_eq!(detect(text), Ok(Interview), "{text}");
        }
    }

    #[test]
    fn schedules_are_found_by_more_than_their_first_sign() {
        for (text, kind) in [
            ("[]", Pretalx),
            (" [\n {\"code\": \"A\"}]", Pretalx),
            ("[] [{\"code\": \"A\"}]", Pretalx),
            ("{\"results\": []}", Pretalx),
            ("{\"schedule\": {}}", FrabJson),
            ("{ \"sessions\": [], \"rooms\": [] }", Sessionize),
            ("<?xml version=\"1.0\"?><schedule/>", FrabXml),
            ("<?xml version=\"1.0\"?><other/>", FrabXml),
            ("<!-- pretalx -->\n<schedule>", FrabXml),
            ("<schedule\n xmlns=\"a\">", FrabXml),
            ("<!DOCTYPE schedule [<!ENTITY a \"b\">]><schedule/>", FrabXml),
            ("TITLE: a\n-----\nBODY:\nb\n-----\n--------\n", Blog),
        ] {
            assert_eq!(detect(text), Ok(kind), "{text}");
        }
    }

    #[test]
    fn content_files_need_no_import() {
        for (text, place) in [
            ("---\nname: A\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja]\n---\n", "program/event.md"),
            ("\n---\r\ntitle: A\r\nformat: talk\r\nstart: 2016-10-01 10:00\r\n---\r\n", "program/sessions"),
            ("---\nname: Hana Example\n---\nShe builds.\n", "program/speakers"),
            ("---\ntitle: A\nspeaker: hana\npublished: 2016-10-01\n---\n---- Why?\n\nSo.\n", "interviews"),
        ] {
            let damage = detect(text).expect_err("it is content");
            assert!(damage.message.english.starts_with("the source is a content file of this program already"));
            assert!(damage.message.japanese.starts_with("ソースはすでにこのプログラムのコンテンツファイルです"));
            assert!(damage.help.english.contains(place) && damage.help.japanese.contains(place), "{place}");
        }
        let post = "---\ntitle: A\nspeaker: Hana Example\ndate: 2016-10-01\n---\n---- Why?\n\nSo.\n";
        assert_eq!(detect(post), Ok(Interview));
    }

    #[test]
    fn web_pages_and_other_views_are_told() {
        for (text, message) in [
            ("<!DOCTYPE html><html>", "the source is a web page, and no export"),
            ("<HTML lang=ja>", "the source is a web page, and no export"),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html>", "the source is a web page, and no export"),
            ("<!-- saved -->\n<html>", "the source is a web page, and no export"),
            ("[{\"groupId\": null, \"sessions\": []}]", "this is another view of Sessionize's API"),
            (
                "[{\"date\": \"2027\", \"rooms\": [{\"isServiceSession\": 1}]}]",
                "this is another view of Sessionize's API",
            ),
            ("[{\"id\": \"u\", \"fullName\": \"Hana\", \"sessions\": []}]", "this is another view of Sessionize's API"),
            ("BEGIN:VCALENDAR\nVERSION:2.0\n", "the source is a calendar (iCalendar)"),
            ("id,title,start\n1,Talk,2024-05-10\n", "the source is a table (CSV)"),
            ("\"Session Id\"\t\"Speakers\"\n1\tHana\n", "the source is a table (CSV)"),
            ("Name;Email\nHana;hana@example.org\n", "the source is a table (CSV)"),
            ("{\"a\": 1}", "this JSON is no schedule that is known here"),
            ("{", "EOF while parsing an object"),
        ] {
            assert_eq!(detect(text).map_err(|damage| damage.message.english), Err(message.to_owned()), "{text}");
        }
    }
}
