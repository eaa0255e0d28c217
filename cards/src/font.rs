//! The fonts of the cards: Noto Sans JP, bold, which has kana, the kanji of JIS X 0213 and basic Latin, and Noto Sans, bold,
//! for all other letters of Latin, Greek and Cyrillic.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, ID, Source};
use skrifa::{
    FontRef, MetadataProvider as _, charmap::Charmap, instance::LocationRef, metrics::GlyphMetrics, prelude::Size,
};

/// The first font that has a character shows it.
#[cfg(fonts)]
static FILES: &[&[u8]] =
    &[include_bytes!(env!("SERVERLESSCONF_FONT_JAPANESE")), include_bytes!(env!("SERVERLESSCONF_FONT_LATIN"))];
#[cfg(not(fonts))]
static FILES: &[&[u8]] = &[];

/// The fonts as one.
pub(crate) struct Font {
    faces: Vec<Face>,
    /// For the drawing of text: a database of these fonts alone.
    pub(crate) database: Arc<Database>,
}

struct Face {
    id: ID,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
}

static FONT: LazyLock<Option<Font>> = LazyLock::new(|| {
    let mut database = Database::new();
    let mut faces = Vec::new();
    for &bytes in FILES {
        let font = FontRef::new(bytes).ok()?;
        let id = *database.load_font_source(Source::Binary(Arc::new(bytes))).first()?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        faces.push(Face { id, charmap: font.charmap(), metrics });
    }
    (!faces.is_empty()).then(|| Font { faces, database: Arc::new(database) })
});

static DIGEST: LazyLock<[u8; 32]> = LazyLock::new(|| {
    let mut hasher = blake3::Hasher::new();
    for bytes in FILES {
        hasher.update(bytes);
    }
    hasher.finalize().into()
});

/// The fonts; `None` if the program was built without them.
pub(crate) fn font() -> Option<&'static Font> {
    FONT.as_ref()
}

/// The digest of their bytes.
pub(crate) fn digest() -> &'static [u8; 32] {
    &DIGEST
}

/// Whether the program was built with the fonts: without them there are no cards.
pub fn is_available() -> bool {
    !FILES.is_empty()
}

/// Whether a card cannot show a visible character. Without fonts nothing is lacking: there are no cards.
pub fn lacks(character: char) -> bool {
    let has_ink = !character.is_whitespace() && !character.is_control() && !is_format(character);
    font().is_some_and(|font| has_ink && !font.has(character))
}

/// Whether a character has no ink and takes no room: joiners, marks of direction, selectors of variants.
pub(crate) fn is_format(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(character, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

impl Font {
    pub(crate) fn has(&self, character: char) -> bool {
        self.face(character).is_some()
    }

    /// The font that shows a character.
    pub(crate) fn id(&self, character: char) -> Option<ID> {
        self.face(character).map(|face| face.id)
    }

    /// The font of most characters.
    pub(crate) fn main(&self) -> Option<ID> {
        self.faces.first().map(|face| face.id)
    }

    fn face(&self, character: char) -> Option<&Face> {
        self.faces.iter().find(|face| face.charmap.map(character).is_some_and(|glyph| glyph.to_u32() != 0))
    }

    /// The width of a text at a font size of 1, without kerning.
    pub(crate) fn width(&self, text: &str) -> f32 {
        text.chars().map(|character| self.advance(character)).sum()
    }

    /// The width of a character at a font size of 1.
    pub(crate) fn advance(&self, character: char) -> f32 {
        let width = |face: &Face| face.metrics.advance_width(face.charmap.map(character)?);
        self.face(character).and_then(width).unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_the_characters_of_names_and_titles_in_japan() {
        assert!(is_available(), "set-up installs the fonts: scripts/setup build");
        // Variants in names, kanji of JIS X 0213 beyond the first plane, and signs of titles.
        let rare = "髙﨑邉邊齋齊德濵瀨彅鷗凜祇辻逢樋櫛𠮟𠮷𡈽𩸽剝頰塡瘦〆々仝ゝヽ〜～ー―…‥・「」『』【】〈〉《》（）、。！？：；①⑳㈱℃№★☆♪→←↑↓";
        let latin = "ÀÉÎõüßŁódźÞæŒñçøåčšžğİőůţ–—‘’“”«»•€£¥©®™°×÷½αβγΩЖя";
        let missing: String = rare.chars().chain(latin.chars()).filter(|&letter| lacks(letter)).collect();
        assert_eq!(missing, "");
        assert!(lacks('한') && lacks('🎉') && !lacks('\u{fe0f}') && !lacks('\n'));
    }
}
