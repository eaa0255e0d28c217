//! Sentences of plans. Those with `{}` are filled in by the server, or by `plan.js`.

use super::Messages;

impl Messages {
    /// "「{}」と時間が重なっています" / "Overlaps with “{}”".
    pub(crate) fn overlaps_with(&self) -> &'static str {
        if self.japanese { "「{}」と時間が重なっています" } else { "Overlaps with “{}”" }
    }

    /// "ほか{}件と時間が重なっています" / "Overlaps with {} more".
    pub(crate) fn more_overlaps(&self) -> &'static str {
        if self.japanese { "ほか{}件と時間が重なっています" } else { "Overlaps with {} more" }
    }

    /// "{}の空き時間" / "{} free".
    pub(crate) fn pause(&self) -> &'static str {
        if self.japanese { "{}の空き時間" } else { "{} free" }
    }

    /// "{}へ移動：{}あります" / "Change to {}: {} to get there": the room, the time.
    pub(crate) fn room_change(&self) -> &'static str {
        if self.japanese { "{}へ移動：{}あります" } else { "Change to {}: {} to get there" }
    }

    /// "（移動に{}）" / ", the way takes {}".
    pub(crate) fn change_needs(&self) -> &'static str {
        if self.japanese { "（移動に{}）" } else { ", the way takes {}" }
    }

    /// "移動時間が足りません" / "Not enough time".
    pub(crate) fn change_is_tight(&self) -> &'static str {
        if self.japanese { "移動時間が足りません。" } else { "Not enough time. " }
    }

    /// "{}時間" / "{} h": the hours of a length of time.
    pub(crate) fn hours(&self) -> &'static str {
        if self.japanese { "{}時間" } else { "{} h" }
    }

    /// "{}分" / "{} min": the minutes of a length of time.
    pub(crate) fn minutes_template(&self) -> &'static str {
        if self.japanese { "{}分" } else { "{} min" }
    }

    /// "{}件のセッション" / "Sessions: {}".
    pub(crate) fn plan_count(&self) -> &'static str {
        if self.japanese { "{}件のセッション" } else { "Sessions: {}" }
    }

    /// The codes of no session, of which at most so many are named.
    pub(crate) fn unknown_codes(&self, named: &str, more: usize) -> String {
        match (self.japanese, more) {
            (true, 0) => format!("次のコードに当たるセッションはありません：{named}"),
            (true, _) => format!("次のコードに当たるセッションはありません：{named}、ほか{more}件"),
            (false, 0) => format!("No session has one of these codes: {named}"),
            (false, _) => format!("No session has one of these codes: {named} and {more} more"),
        }
    }

    /// A session of a plan that was withdrawn.
    pub(crate) fn withdrawn_from_plan(&self, title: &str) -> String {
        if self.japanese {
            format!("「{title}」は取り下げられました。")
        } else {
            format!("“{title}” was withdrawn.")
        }
    }
}
