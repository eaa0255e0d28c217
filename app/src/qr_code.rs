//! QR codes (ISO/IEC 18004) of addresses, as SVG.

use qrcode::{EcLevel, QrCode, render::svg::Color};

/// The QR code of a text as an `<svg>` with a quiet zone, black on white in both colour schemes; `None` if the text has more
/// than 2,953 bytes. Its style sheet gives the size.
pub(crate) fn svg(text: &str) -> Option<String> {
    // Codes of long addresses are shown large, and with a lower level they have fewer modules.
    let level = if text.len() > 300 { EcLevel::L } else { EcLevel::M };
    let code = QrCode::with_error_correction_level(text, level).ok()?;
    let svg = code.render().module_dimensions(1, 1).dark_color(Color("#000")).light_color(Color("#fff")).build();
    // HTML takes no XML declaration.
    svg.find("<svg").map(|start| svg[start..].to_owned())
}
