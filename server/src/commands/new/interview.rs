//! `serverlessconf new interview`: a draft with its first questions, and its speaker where there is none yet.

use anyhow::bail;
use conference::{schema::ItemKind, url::Page};

use super::{
    Desk, NewFile,
    ask::Questioner,
    fields::{Comments, Values, front_matter, plain, scalar},
    slug::{ask_slug, parse_slug, suggested},
    speaker::speaker_file,
};
use crate::{arguments::NewInterview, clock::Clock};

pub(super) fn interview(options: NewInterview, questioner: Questioner) -> anyhow::Result<()> {
    let desk = Desk::open(&options.content)?;
    let comments = desk.comments();
    let mut files = Vec::new();
    let (speaker, name) = match options.speaker {
        Some(speaker) => named_speaker(&desk, &speaker, options.speaker_name, &mut files)?,
        None => choose_speaker(&desk, questioner, &mut files)?,
    };
    let session = match options.session {
        Some(session) => Some(session),
        None => choose_session(&desk, questioner, &speaker)?,
    };
    let suggestion = match comments {
        Comments::Japanese => format!("{name}さんに聞く"),
        Comments::English => format!("An interview with {name}"),
    };
    let title = questioner.text(options.title, "--title", comments.pick("題名", "Title"), Some(&suggestion))?;
    let slug = ask_slug(questioner, comments, options.slug, Some(&speaker))?;
    let interviewer = questioner.optional_text(options.interviewer, comments.pick("聞き手", "Interviewer"))?;
    let today = Clock::System.now(&desk.conference.event.timezone).moment().date().to_string();
    let mut values: Values = vec![
        ("title", scalar(&title)),
        ("speaker", speaker),
        ("published", plain(options.published.unwrap_or(today))?),
        ("draft", "true".to_owned()),
    ];
    values.extend(session.map(plain).transpose()?.map(|session| ("session", session)));
    values.extend(interviewer.map(|name| ("interviewer", scalar(&name))));
    let body = comments.pick(
        "ここに導入の文章を書きます。\n\n\
         ---- ひとつめの質問を書きます。 {#first-question}\n\n\
         その答えを書きます。\n\n\
         ---- ふたつめの質問を書きます。 {#second-question}\n\n\
         その答えを書きます。\n",
        "Write an introduction here.\n\n\
         ---- Write the first question here? {#first-question}\n\n\
         Write its answer here.\n\n\
         ---- Write the second question here? {#second-question}\n\n\
         Write its answer here.\n",
    );
    files.push((format!("interviews/{slug}.md"), front_matter(ItemKind::Interview, &values, comments) + body));
    let url = desk.url(&Page::Interview(slug));
    desk.write(&files)?;
    println!("{url} shows it while `serverlessconf serve --watch` runs");
    Ok(())
}

/// A speaker named by an option: an existing one, or one that is made now.
fn named_speaker(
    desk: &Desk<'_>,
    slug: &str,
    name: Option<String>,
    files: &mut Vec<NewFile>,
) -> anyhow::Result<(String, String)> {
    let parsed = parse_slug(slug)?;
    match (desk.conference.speaker(&parsed), name) {
        (Some(speaker), None) => {
            Ok((slug.to_owned(), speaker.name.text(desk.conference.event.default_language()).to_owned()))
        }
        (None, Some(name)) => {
            files.push(speaker_file(&parsed, vec![("name", scalar(&name))], desk.comments()));
            Ok((slug.to_owned(), name))
        }
        (Some(_), Some(_)) => bail!("there is a speaker `{slug}` already; leave --speaker-name out"),
        (None, None) => {
            let known: Vec<_> = desk.conference.speakers.iter().map(|speaker| speaker.slug.as_str()).collect();
            let known = if known.is_empty() { "nobody".to_owned() } else { known.join(", ") };
            bail!("there is no speaker `{slug}`; --speaker-name \"…\" makes one. Known are: {known}")
        }
    }
}

fn choose_speaker(
    desk: &Desk<'_>,
    questioner: Questioner,
    files: &mut Vec<NewFile>,
) -> anyhow::Result<(String, String)> {
    let comments = desk.comments();
    let mut labels = vec![comments.pick("＋ 新しい登壇者", "+ a new speaker").to_owned()];
    labels.extend(desk.conference.speakers.iter().map(|speaker| desk.label(speaker)));
    let prompt = comments.pick("答える人", "Who answers");
    match questioner.choice(prompt, &labels)? {
        None => bail!("{prompt}: say it with --speaker, or run this on a terminal to be asked"),
        Some(0) => {
            let name = questioner.text(None, "--speaker-name", comments.pick("名前", "Name"), None)?;
            let slug = ask_slug(questioner, comments, None, suggested(&name).as_deref())?;
            files.push(speaker_file(&slug, vec![("name", scalar(&name))], comments));
            Ok((slug.to_string(), name))
        }
        Some(place) => {
            let speaker = &desk.conference.speakers[place - 1];
            let name = speaker.name.text(desk.conference.event.default_language());
            Ok((speaker.slug.to_string(), name.to_owned()))
        }
    }
}

/// One of the speaker's sessions, the first among all; or none.
fn choose_session(desk: &Desk<'_>, questioner: Questioner, speaker: &str) -> anyhow::Result<Option<String>> {
    let comments = desk.comments();
    let mut sessions: Vec<_> = desk.conference.sessions.iter().filter(|session| session.format.has_content()).collect();
    sessions.sort_by_key(|session| !session.people().any(|person| person.as_str() == speaker));
    if sessions.is_empty() {
        return Ok(None);
    }
    let title = |session: &&conference::Session| {
        format!("{} ({})", session.title.text(desk.conference.event.default_language()), session.slug)
    };
    let mut labels: Vec<_> = sessions.iter().map(title).collect();
    labels.push(comments.pick("（なし）", "(none)").to_owned());
    let chosen = questioner.choice(comments.pick("話題のセッション", "The session it is about"), &labels)?;
    Ok(chosen.and_then(|place| sessions.get(place)).map(|session| session.slug.to_string()))
}
