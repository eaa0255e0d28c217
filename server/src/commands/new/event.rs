//! `serverlessconf new event`: a whole content folder to go on from.

use anyhow::bail;
use conference::{load::Sources, schema::ItemKind, template};

use super::{
    PREVIEW,
    ask::Questioner,
    create,
    fields::{Comments, Values, front_matter, list, plain, scalar},
    refuse_errors,
};
use crate::{arguments::NewEvent, content::FOLDERS};

pub(super) fn event(options: NewEvent, questioner: Questioner) -> anyhow::Result<()> {
    let folder = &options.folder;
    if let Some(taken) = FOLDERS.iter().map(|name| folder.join(name)).find(|path| path.exists()) {
        bail!("{} is there already; choose another folder, nothing was written", taken.display());
    }
    let languages = match options.language {
        given if !given.is_empty() => given,
        _ => {
            let text = questioner.text(None, "--language", "Languages, the default first (ja, en)", Some("ja, en"))?;
            text.split([',', ' ']).filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
        }
    };
    let comments = Comments::of(languages.first().map_or("", String::as_str));
    let name = questioner.text(options.name, "--name", comments.pick("イベントの名前", "Name of the event"), None)?;
    let days = match options.day {
        given if !given.is_empty() => given,
        _ => vec![questioner.text(
            None,
            "--day",
            comments.pick("開催日（2016-10-01）", "Day of the event (2016-10-01)"),
            None,
        )?],
    };
    let zone = comments.pick("時刻の基準", "Time zone (Asia/Tokyo)");
    let zone = questioner.text(
        options.timezone,
        "--timezone",
        zone,
        matches!(comments, Comments::Japanese).then_some("Asia/Tokyo"),
    )?;
    let room = comments.pick("[{ id: hall, name: ホール }]", "[{ id: hall, name: Hall }]");
    let values: Values = vec![
        ("name", scalar(&name)),
        ("timezone", plain(zone)?),
        ("days", list(&days)?),
        ("languages", list(&languages)?),
        ("rooms", room.to_owned()),
    ];
    let first = days.first().cloned().unwrap_or_default();
    let opening: Values = vec![
        ("title", comments.pick("オープニング", "Opening").to_owned()),
        ("format", "opening".to_owned()),
        ("room", "hall".to_owned()),
        ("start", format!("{first} 10:00")),
        ("duration", "10m".to_owned()),
    ];
    let about = comments.pick(template::EVENT.japanese, template::EVENT.english);
    let readme = comments.pick(
        "インタビューはこのフォルダーに1つ1ファイルで置きます。`serverlessconf new interview` で始められます。\n",
        "Interviews lie here, one a file. `serverlessconf new interview` starts one.\n",
    );
    let files = [
        ("program/event.md".to_owned(), front_matter(ItemKind::Event, &values, comments) + about),
        ("program/sessions/opening.md".to_owned(), front_matter(ItemKind::Session, &opening, comments)),
        ("interviews/README.md".to_owned(), readme.to_owned()),
    ];
    refuse_errors(&Sources::default(), &files)?;
    create(folder, &files)?;
    let folder = folder.display();
    println!("preview it: serverlessconf serve --watch {folder}, then open {PREVIEW}/");
    println!("go on with: serverlessconf new speaker --content {folder}");
    Ok(())
}
