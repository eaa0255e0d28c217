//! The schedule in a frame on another site.

use crate::filter::SessionFilter;

/// The query parameter of a frame that tells its height.
const FIT: &str = "fit";

/// The schedule for a frame on another site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EmbeddedSchedule {
    /// The sessions in it.
    pub filter: SessionFilter,
    /// The height of the frame.
    pub height: FrameHeight,
}

/// The height of a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FrameHeight {
    /// That of the page around it. The frame has no script.
    #[default]
    Fixed,
    /// That of its contents: a script tells it to the page around it.
    Fitted,
}

impl EmbeddedSchedule {
    pub(super) fn query(&self) -> String {
        let filter = Some(self.filter.query()).filter(|filter| !filter.is_empty());
        let fit = (self.height == FrameHeight::Fitted).then(|| FIT.to_owned());
        filter.into_iter().chain(fit).collect::<Vec<_>>().join("&")
    }

    pub(super) fn parse(query: &str) -> Self {
        let fits = form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == FIT);
        let height = if fits { FrameHeight::Fitted } else { FrameHeight::Fixed };
        Self { filter: SessionFilter::parse(query), height }
    }
}
