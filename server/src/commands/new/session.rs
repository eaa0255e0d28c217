//! `serverlessconf new session`: a place in the programme, with its abstract still to be written.

use conference::{Format, Slug, message, schema::ItemKind, url::Page};

use super::{
    ask::{Question, Questioner},
    desk::{Desk, refuse_field},
    fields::{Values, front_matter, list, plain, scalar},
    people,
    slug::{ask_slug, suggested},
};
use crate::arguments::NewSession;

pub(super) fn session(options: NewSession, questioner: Questioner) -> anyhow::Result<()> {
    let desk = Desk::open(&options.content)?;
    let comments = desk.comments();
    let event = &desk.conference.event;
    let title = questioner.text(options.title, "--title", comments.pick("題名", "Title"), None)?;
    let path = |slug: &Slug| format!("program/sessions/{slug}.md");
    let slug =
        ask_slug(questioner, comments, options.slug, suggested(&title).as_deref(), |slug| desk.taken(&path(slug)))?;
    let format = match options.format {
        Some(format) => format,
        None => {
            let names: Vec<_> = Format::ALL.iter().map(|format| format.name().to_owned()).collect();
            let talk = Format::ALL.iter().position(|format| *format == Format::Talk).unwrap_or_default();
            let chosen = questioner.choice(comments.pick("形式", "Format"), &names, talk)?;
            chosen.map_or_else(|| Format::Talk.name().to_owned(), |place| names[place].clone())
        }
    };
    let mut files = Vec::new();
    let speakers = match options.speaker {
        given if !given.is_empty() => people::named(&desk, &given, options.speaker_name, &mut files)?,
        _ => {
            let prompt =
                comments.pick("登壇者（スペースで選択、Enterで決定）", "Speakers (space selects, enter goes on)");
            people::ask_several(&desk, questioner, prompt, &mut files)?
        }
    };
    let room = match options.room {
        Some(room) => Some(room),
        None if event.rooms.len() == 1 => Some(event.rooms[0].id.to_string()),
        None => {
            let ids: Vec<_> = event.rooms.iter().map(|room| room.id.to_string()).collect();
            questioner.choice(comments.pick("会場", "Room"), &ids, 0)?.map(|place| ids[place].clone())
        }
    };
    // After the last session of the first day.
    let free = event.days.first().map(|&day| {
        let ends = desk.conference.sessions_on(day).map(|session| session.end.unwrap_or(session.start));
        let free = ends.max().unwrap_or_else(|| day.at(10, 0, 0, 0));
        format!("{} {:02}:{:02}", free.date(), free.hour(), free.minute())
    });
    let valid = |start: &str, duration: &str, field: &str| {
        let mut values = vec![
            ("title", scalar(&title)),
            ("format", plain(format.clone()).map_err(|error| error.to_string())?),
            ("start", plain(start.to_owned()).map_err(|error| error.to_string())?),
            ("duration", plain(duration.to_owned()).map_err(|error| error.to_string())?),
        ];
        values.extend(room.clone().map(|room| ("room", room)));
        let there = speakers.iter().filter(|person| desk.conference.speaker(&person.slug).is_some());
        let there: Vec<_> = there.map(|person| person.slug.to_string()).collect();
        if !there.is_empty() {
            values.push(("speakers", format!("[{}]", there.join(", "))));
        }
        let text = front_matter(ItemKind::Session, &values, comments);
        // Whether the room and the speakers are free depends on the time as well.
        refuse_field(&desk.sources, &(path(&slug), text), &[field, "start", "room", "speakers"])
    };
    let prompt = comments.pick("開始", "Start");
    let start = match questioner {
        Questioner::Terminal => questioner.valid_text(
            options.start,
            Question { option: "--start", prompt, default: free.as_deref() },
            &|start| valid(start, "30m", "start"),
        )?,
        // A start that nobody chose would be a guess.
        Questioner::Nobody => questioner.text(options.start, "--start", prompt, None)?,
    };
    let prompt = comments.pick("長さ", "Duration");
    let duration = questioner.valid_text(
        options.duration,
        Question { option: "--duration", prompt, default: Some("30m") },
        &|duration| valid(&start, duration, "duration"),
    )?;
    let mut values: Values = vec![
        ("title", scalar(&title)),
        ("format", plain(format)?),
        ("start", plain(start)?),
        ("duration", plain(duration)?),
    ];
    if !speakers.is_empty() {
        let slugs: Vec<_> = speakers.iter().map(|person| person.slug.to_string()).collect();
        values.push(("speakers", list(&slugs)?));
    }
    values.extend(room.map(plain).transpose()?.map(|room| ("room", room)));
    values.extend(options.language.map(plain).transpose()?.map(|language| ("language", language)));
    let text = front_matter(ItemKind::Session, &values, comments);
    files.push((path(&slug), text));
    let next = message!("write the abstract below the second ---", "概要は2つめの --- の下に書きます");
    desk.write(&files, Some(next), &Page::Session(slug))
}
