//! Damages: reasons why a source cannot be read.

use conference::{diagnostic::Message, message};

use crate::Damage;

pub(crate) fn damage(message: Message, help: Message) -> Damage {
    Damage { line: None, column: None, message, help: Box::new(help) }
}

/// The suggestion for a source that is too large.
pub(crate) fn one_event() -> Message {
    message!(
        "check whether this really is the schedule of one event",
        "本当に1つのイベントのスケジュールかどうかを確かめてください"
    )
}

/// Converts an error of the JSON parser.
pub(crate) fn of_json(error: &serde_json::Error) -> Damage {
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text);
    let help = match error.classify() {
        serde_json::error::Category::Eof => {
            message!("the end is missing; download it again", "終わりが欠けています。ダウンロードし直してください")
        }
        serde_json::error::Category::Data => message!(
            "this is not what the format has here; check what it was exported with",
            "この形式にはない値です。何から書き出したものかを確かめてください"
        ),
        _ => message!("this is no JSON; download it again", "JSONではありません。ダウンロードし直してください"),
    };
    let place = |number: usize| (number > 0).then_some(number);
    Damage {
        line: place(error.line()),
        column: place(error.column()),
        message: message!("{message}", "{message}"),
        help: Box::new(help),
    }
}

/// Nothing of a source could be read, with what was found instead.
pub(crate) fn nothing(found: &str, expected: &str) -> Damage {
    damage(
        message!(
            "no session could be read: the source has {found}",
            "読み取れるセッションがありません。ソースにあるのは {found} です"
        ),
        message!("sessions are expected as {expected}", "セッションは {expected} にあるはずです"),
    )
}
