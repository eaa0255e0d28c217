//! The icons with which systems show an installed site.

/// An icon of the event, as PNG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// For lists of programs.
    Small,
    /// For start screens.
    Large,
    /// For systems that cut icons into their own form: without corners, and with a margin.
    Maskable,
    /// For Apple's home screens, which round the corners themselves.
    Touch,
}

impl Icon {
    /// Its width and height in pixels.
    pub fn side(self) -> u32 {
        match self {
            Self::Small => 192,
            Self::Large | Self::Maskable => 512,
            Self::Touch => 180,
        }
    }
}
