//! `serverlessconf new interview`: a draft with its first questions, and its speaker if there is none yet.

use anyhow::bail;
use conference::{Language, Slug, Text, schema::ItemKind, template, url::Page};

use super::{
    ask::{Questioner, unanswered},
    desk::Desk,
    fields::{Comments, Values, front_matter, plain, scalar},
    people::{self, Person},
    slug::ask_slug,
};
use crate::{arguments::NewInterview, clock::Clock};

pub(super) fn interview(options: NewInterview, questioner: Questioner) -> anyhow::Result<()> {
    let desk = Desk::open(&options.content)?;
    let comments = desk.comments();
    let mut files = Vec::new();
    let prompt = comments.pick("答える人", "Who answers");
    let person = match options.speaker {
        Some(speaker) => people::named(&desk, &[speaker], options.speaker_name, &mut files)?.pop(),
        None => people::ask_one(&desk, questioner, prompt, &mut files)?,
    };
    let Some(Person { slug: speaker, name }) = person else { bail!(unanswered(prompt, "--speaker")) };
    let session = match options.session {
        Some(session) => Some(session),
        None => choose_session(&desk, questioner, &speaker)?,
    };
    let suggestion = match comments {
        Comments::Japanese => format!("{name}さんに聞く"),
        Comments::English => format!("An interview with {name}"),
    };
    let title = questioner.text(options.title, "--title", comments.pick("題名", "Title"), Some(&suggestion))?;
    let free = (1..).map(|number| if number == 1 { speaker.to_string() } else { format!("{speaker}-{number}") });
    let mut free = free.filter(|slug| desk.taken(&path(slug)).is_ok());
    let slug =
        ask_slug(questioner, comments, options.slug, free.next().as_deref(), |slug| desk.taken(&path(slug.as_str())))?;
    let interviewer = questioner.optional_text(options.interviewer, comments.pick("聞き手", "Interviewer"))?;
    let today = Clock::System.now(&desk.conference.event.timezone).moment().date().to_string();
    let mut values: Values = vec![
        ("title", scalar(&title)),
        ("speaker", speaker.to_string()),
        ("published", plain(options.published.unwrap_or(today))?),
        ("draft", "true".to_owned()),
    ];
    values.extend(session.map(plain).transpose()?.map(|session| ("session", session)));
    values.extend(interviewer.map(|name| ("interviewer", scalar(&name))));
    let series = options.series.as_deref().map(|name| (name, desk.conference.series_named(name)));
    values.extend(series.map(|(name, known)| ("series", scalar(known.map_or(name, |series| series.key.as_str())))));
    let questions = series.and_then(|(_, known)| known).map(|series| desk.conference.questions_of(series));
    let body = body(&questions.unwrap_or_default(), desk.conference.event.default_language(), comments);
    files.push((path(slug.as_str()), front_matter(ItemKind::Interview, &values, comments) + &body));
    desk.write(&files, None, &Page::Interview(slug))
}

fn path(slug: &str) -> String {
    format!("interviews/{slug}.md")
}

/// The placeholders of a new interview, or the questions of its series.
fn body(questions: &[(&str, &Text)], language: &Language, comments: Comments) -> String {
    if questions.is_empty() {
        return comments.pick(template::INTERVIEW.japanese, template::INTERVIEW.english).to_owned();
    }
    let answer = comments.pick(template::ANSWER.japanese, template::ANSWER.english);
    let mut body = comments.pick(template::INTRODUCTION.japanese, template::INTRODUCTION.english).to_owned() + "\n";
    for (id, text) in questions {
        let words = text.text(language).split_whitespace().collect::<Vec<_>>().join(" ");
        body.push_str(&format!("\n---- {words} {{#{id}}}\n\n{answer}\n"));
    }
    body
}

/// One of the speaker's sessions, the first among all; or none.
fn choose_session(desk: &Desk<'_>, questioner: Questioner, speaker: &Slug) -> anyhow::Result<Option<String>> {
    let comments = desk.comments();
    let mut sessions: Vec<_> = desk.conference.sessions.iter().filter(|session| session.format.has_content()).collect();
    sessions.sort_by_key(|session| !session.people().any(|person| person == speaker));
    if sessions.is_empty() {
        return Ok(None);
    }
    let title = |session: &&conference::Session| {
        format!("{} ({})", session.title.text(desk.conference.event.default_language()), session.slug)
    };
    let mut labels: Vec<_> = sessions.iter().map(title).collect();
    labels.push(comments.pick("（なし）", "(none)").to_owned());
    let chosen = questioner.choice(comments.pick("話題のセッション", "The session it is about"), &labels, 0)?;
    Ok(chosen.and_then(|place| sessions.get(place)).map(|session| session.slug.to_string()))
}
