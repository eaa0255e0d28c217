//! `serverlessconf new event`: a whole content folder to start from.

use anyhow::bail;
use conference::{diagnostic::ReportLanguage, load::Sources, message, schema::ItemKind, template};

use super::{
    ask::{Question, Questioner},
    desk::{create, refuse_errors, refuse_field},
    fields::{Comments, PREVIEW, Values, front_matter, list, plain, scalar},
};
use crate::{
    arguments::NewEvent,
    content::FOLDERS,
    locale::{report_language, tell},
};

pub(super) fn event(options: NewEvent, questioner: Questioner) -> anyhow::Result<()> {
    let folder = &options.folder;
    if let Some(taken) = FOLDERS.iter().map(|name| folder.join(name)).find(|path| path.exists()) {
        bail!(tell(&message!(
            "{taken} is there already; choose another folder, nothing was written",
            "{taken}はもうあります。別のフォルダーを選んでください。何も書き込みませんでした",
            taken = taken.display().to_string(),
        )));
    }
    let languages = match options.language {
        given if !given.is_empty() => given,
        _ => {
            let (prompt, usual) = match report_language() {
                ReportLanguage::Japanese => ("サイトの言語。最初が既定（ja, en）", "ja, en"),
                ReportLanguage::English => ("Languages, the default first (en, ja)", "en, ja"),
            };
            let valid = |text: &str| valid("languages", list(&several(text)));
            several(&questioner.valid_text(
                None,
                Question { option: "--language", prompt, default: Some(usual) },
                &valid,
            )?)
        }
    };
    let comments = Comments::of(languages.first().map_or("", String::as_str));
    let name = questioner.text(options.name, "--name", comments.pick("イベントの名前", "Name of the event"), None)?;
    let days = match options.day {
        given if !given.is_empty() => given,
        _ => {
            let prompt = comments.pick(
                "開催日（2016-10-01、2日以上ならカンマで区切る）",
                "Day of the event (2016-10-01; several with commas)",
            );
            let valid = |text: &str| valid("days", list(&several(text)));
            several(&questioner.valid_text(None, Question { option: "--day", prompt, default: None }, &valid)?)
        }
    };
    let zone = comments.pick("時刻の基準", "Time zone (Asia/Tokyo)");
    let usual = matches!(comments, Comments::Japanese).then_some("Asia/Tokyo");
    let zone = questioner.valid_text(
        options.timezone,
        Question { option: "--timezone", prompt: zone, default: usual },
        &|zone| valid("timezone", plain(zone.to_owned())),
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
    let shown = folder.display().to_string();
    let preview = message!(
        "preview it: serverlessconf serve --watch {folder}, then open {url}/",
        "プレビュー: serverlessconf serve --watch {folder} を実行して {url}/ を開く",
        folder = shown,
        url = PREVIEW,
    );
    let further = message!(
        "go on with: serverlessconf new speaker --content {folder}",
        "続き: serverlessconf new speaker --content {folder}",
        folder = shown,
    );
    create(folder, &files, &[preview, further])
}

/// The parts of an answer that has several values.
fn several(text: &str) -> Vec<String> {
    text.split([',', '、', ' ']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether a field of the event can have this value.
fn valid(field: &'static str, value: anyhow::Result<String>) -> Result<(), String> {
    let value = value.map_err(|error| error.to_string())?;
    let usual = [("name", "x"), ("timezone", "UTC"), ("days", "[2016-10-01]"), ("languages", "[en]")];
    let values = usual.map(|(name, usual)| (name, if name == field { value.clone() } else { usual.to_owned() }));
    let text = front_matter(ItemKind::Event, &values.to_vec(), Comments::English);
    refuse_field(&Sources::default(), &("program/event.md".to_owned(), text), &[field])
}
