//! Sentences about changes of the programme.

use super::Messages;

impl Messages {
    /// The title of a canceled session, for programs that show nothing else of it.
    pub(crate) fn canceled_title(&self, title: &str) -> String {
        if self.japanese { format!("【{}】{title}", self.canceled) } else { format!("{}: {title}", self.canceled) }
    }

    /// The former time and room of a session.
    pub(crate) fn moved_from(&self, place: &str) -> String {
        if self.japanese { format!("{place}から変更") } else { format!("Moved from {place}") }
    }

    pub(crate) fn planned_for(&self, place: &str) -> String {
        if self.japanese {
            format!("予定されていた日時と会場: {place}")
        } else {
            format!("It was planned for {place}.")
        }
    }

    pub(crate) fn first_release(&self, count: usize) -> String {
        match (self.japanese, count) {
            (true, _) => format!("プログラムを公開しました（セッション{count}件）。"),
            (false, 1) => "The programme was published, with 1 session.".to_owned(),
            (false, _) => format!("The programme was published, with {count} sessions."),
        }
    }
}
