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

    /// "（移動に{}）" / ", walking time {}".
    pub(crate) fn change_needs(&self) -> &'static str {
        if self.japanese { "（移動に{}）" } else { ", walking time {}" }
    }

    /// "移動時間が足りません" / "Not enough time".
    pub(crate) fn change_is_tight(&self) -> &'static str {
        if self.japanese { "移動時間が足りません。" } else { "Not enough time. " }
    }

    /// "{}件のセッション" / "Sessions: {}".
    pub(crate) fn plan_count(&self) -> &'static str {
        if self.japanese { "{}件のセッション" } else { "Sessions: {}" }
    }

    /// "次のコードに当たるセッションはありません：{}" / "No session has one of these codes: {}".
    pub(crate) fn unknown_codes(&self) -> &'static str {
        if self.japanese {
            "次のコードに当たるセッションはありません：{}"
        } else {
            "No session has one of these codes: {}"
        }
    }

    /// "、ほか3件" / " and 3 more".
    pub(crate) fn and_more(&self, more: usize) -> String {
        if self.japanese { format!("、ほか{more}件") } else { format!(" and {more} more") }
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
