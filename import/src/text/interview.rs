//! Assembles an interview from its parts, independent of the notation.

mod answers;
mod asked;
mod blocks;
mod given;
mod outline;
mod speakers;

use conference::{Language, Slug, fold::is_cjk, message};

use super::{
    damage::damage,
    document::Leaf,
    name,
    part::InterviewPart,
    people::{People, placeholder},
    profile::{self, Head},
    questions,
    write::Writer,
};
use crate::{Damage, Field, Imported, Item, Place, Value};

pub(super) use self::given::Given;

use self::{
    blocks::{picture_check, write},
    given::Guess,
    speakers::Evidence,
};

/// The largest body, in bytes: the loader reads no file above 1 MiB.
const LARGEST: usize = 1_000_000;

/// The most questions without answer that are listed.
const NAMED: usize = 5;

/// Makes the files of an interview.
pub(super) fn assemble(
    leaves: Vec<Leaf>,
    given: Given<'_>,
    language: &Language,
    people: &mut People<'_>,
) -> Result<Imported, Damage> {
    let (mut notes, mut leaves): (Vec<_>, Vec<_>) = leaves.into_iter().partition(Leaf::is_note);
    outline::find_sections(&mut leaves);
    let title = outline::take_title(&mut leaves, given.title.as_deref());
    let title = title.map(|(title, check)| (title, check.or_else(|| given.title_check.clone())));
    let mut found = questions::find(leaves);
    let mut head = profile::read(&mut found.parts);
    let title = head.title.take().map(|title| (title, None)).or(title);
    let mut skipped = Vec::new();
    let parts = std::mem::take(&mut found.parts);
    let evidence =
        Evidence { found: &found, title: title.as_ref().map_or("", |(title, _)| title), given: &given, parts: &parts };
    let mut invited = speakers::find(&mut head, &evidence, people)?;
    let (parts, unanswered) = answers::complete(outline::leveled(parts, found.detail));

    let mut writer = Writer::default();
    outline::leveled(std::mem::take(&mut head.introduction).into_iter().map(InterviewPart::Leaf).collect(), None)
        .iter()
        .for_each(|part| write(&mut writer, part));
    let mut items = Vec::new();
    for speaker in &mut invited {
        speakers::introduce(speaker, &mut writer, &mut notes, &mut items, &mut skipped);
    }
    parts.iter().for_each(|part| write(&mut writer, part));
    notes.iter().for_each(|note| writer.leaf(note));
    let body = writer.finish();
    if body.trim().is_empty() {
        return Err(damage(
            given.line,
            message!("there is no interview below the profile", "プロフィールの下にインタビューがありません"),
            message!("check whether the text is complete", "テキストが完全かどうかを確かめてください"),
        ));
    }
    if body.len() > LARGEST || items.iter().any(|item: &Item| item.body.len() > LARGEST) {
        return Err(damage(
            given.line,
            message!("the text is too long for a page", "1ページには長すぎるテキストです"),
            message!(
                "divide it, or check whether it is an interview",
                "分けるか、インタビューかどうかを確かめてください"
            ),
        ));
    }

    let mut checks: Vec<String> = Vec::new();
    let slug = slug_of(&given, &invited, &mut checks);
    checks.extend(found.check.take());
    if language.is_cjk() && !body.contains(is_cjk) {
        checks.push(format!(
            "the text is not in the first language of the event, `{language}`, but is shown as if it were"
        ));
    }
    checks.extend(picture_check(&body));
    checks.extend(unanswered_checks(&unanswered));
    let findings = Findings { head: &head, found: &found, invited: &invited, language, body: &body };
    let fields = fields(title, given, &findings);
    items.insert(0, Item { place: Place::Interview(slug), checks, fields, body });
    Ok(Imported { items, skipped })
}

fn slug_of(given: &Given<'_>, invited: &[speakers::Speaker], checks: &mut Vec<String>) -> Slug {
    let stem = given.name.and_then(name::slug_of);
    let speaker = invited.first().filter(|speaker| !speaker.is_unnamed).map(|speaker| speaker.slug.clone());
    let (wanted, check) = match (&given.slug, speaker, stem) {
        (Some(slug), ..) => (slug.clone(), given.slug_check.clone()),
        (None, Some(slug), _) => {
            let check =
                format!("the name of this file, `{slug}`, is the speaker's; another interview with them needs another");
            (slug, given.slug_check.clone().or(Some(check)))
        }
        (None, None, Some(slug)) => {
            let check =
                format!("the name of this file, `{slug}`, is that of the source; it is the address of the page");
            (slug, Some(check))
        }
        (None, None, None) => {
            let slug = placeholder("interview");
            let check = format!("nothing in the source can be a name in a–z: rename this file, `{slug}`");
            (slug, Some(check))
        }
    };
    checks.extend(check);
    wanted
}

fn unanswered_checks(unanswered: &[String]) -> Vec<String> {
    let named = unanswered.iter().take(NAMED).map(|words| {
        let short: String = words.chars().take(40).collect();
        let more = if short.len() < words.len() { "…" } else { "" };
        format!("nothing answers “{short}{more}”, so it stands as a paragraph")
    });
    let rest = unanswered.len().saturating_sub(NAMED);
    let rest = (rest > 0).then(|| format!("there are {rest} further questions that nothing answers"));
    named.chain(rest).collect()
}

/// The data for front matter, besides the title and the given data.
struct Findings<'f> {
    head: &'f Head,
    found: &'f questions::Found,
    invited: &'f [speakers::Speaker],
    language: &'f Language,
    body: &'f str,
}

/// The front matter in its usual order.
fn fields(title: Option<Guess>, given: Given<'_>, findings: &Findings<'_>) -> Vec<Field> {
    let Findings { head, found, invited, language, body } = *findings;
    let is_cjk_text = body.contains(is_cjk);
    let field = |name, value, check| Field { name, value, check };
    let names: Vec<&str> = invited.iter().map(|speaker| speaker.name.as_str()).collect();
    let (title, check) = title.unwrap_or_else(|| {
        let title = match language.is_cjk() && is_cjk_text {
            true => format!("{}さんへのインタビュー", names.join("さんと")),
            false => format!("An interview with {}", names.join(" and ")),
        };
        (title, Some("the source has no title".to_owned()))
    });
    let mut fields = vec![field("title", Value::Text(title), check)];
    let check = invited.iter().find_map(|speaker| speaker.check.clone());
    match invited {
        [speaker] => fields.push(field("speaker", Value::Plain(speaker.slug.to_string()), check)),
        several => {
            let slugs = several.iter().map(|speaker| Value::Plain(speaker.slug.to_string())).collect();
            fields.push(field("speakers", Value::List(slugs), check));
        }
    }
    let interviewer = found.interviewer.clone().filter(|name| !name.is_empty());
    let check = interviewer.as_ref().map(|_| "the name before the questions was taken for the one who asks".to_owned());
    if let Some((name, check)) =
        head.interviewer.clone().map(|name| (name, None)).or(interviewer.map(|name| (name, check)))
    {
        fields.push(field("interviewer", Value::Text(name), check));
    }
    match given.published.or_else(|| head.published.clone()) {
        Some(date) => fields.push(field("published", Value::Plain(date), None)),
        None => {
            let check = "the source has no date: write when it was published, and remove `draft`";
            fields.push(field("published", Value::Plain("2999-12-31".to_owned()), Some(check.to_owned())));
            fields.push(field("draft", Value::Plain("true".to_owned()), None));
        }
    }
    if given.is_draft && fields.iter().all(|field| field.name != "draft") {
        fields.push(field("draft", Value::Plain("true".to_owned()), None));
    }
    fields.extend(given.summary.map(|summary| field("summary", Value::Text(summary), None)));
    if let Some((name, url)) = &head.source {
        let mut source = vec![("name".to_owned(), Value::Text(name.clone()))];
        source.extend(url.clone().map(|url| ("url".to_owned(), Value::Text(url))));
        fields.push(field("source", Value::Map(source), None));
    }
    fields
}
