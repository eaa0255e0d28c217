//! The icons with which systems show an installed site.

/// An icon of the event: a PNG, or a file of the ICO format with one.
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
    /// For programs that read no page and ask for `/favicon.ico`, in the ICO format.
    Favicon,
}

impl Icon {
    /// Its width and height in pixels.
    pub fn side(self) -> u32 {
        match self {
            Self::Small => 192,
            Self::Large | Self::Maskable => 512,
            Self::Touch => 180,
            Self::Favicon => 48,
        }
    }
}
