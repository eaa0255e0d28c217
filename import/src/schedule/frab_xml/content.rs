//! What stands in elements: words, and in longer texts the XHTML around them.

use quick_xml::escape::escape;

/// The content of every element that is open.
#[derive(Debug, Default)]
pub(super) struct Contents {
    open: Vec<Content>,
    /// How many elements of XHTML are open in the innermost of them.
    inline: usize,
}

/// What stands in an element.
#[derive(Debug, Default)]
pub(super) struct Content {
    words: String,
    /// The same as HTML.
    html: String,
    has_elements: bool,
}

/// Elements that have no end in HTML.
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];

impl Contents {
    /// Whether an element of XHTML is open.
    pub(super) fn is_inline(&self) -> bool {
        self.inline > 0
    }

    pub(super) fn open(&mut self) {
        self.open.push(Content::default());
    }

    pub(super) fn close(&mut self) -> Content {
        self.open.pop().unwrap_or_default()
    }

    /// Takes the beginning of an element of XHTML.
    pub(super) fn open_inline(&mut self, name: &str, attributes: &[(String, String)]) {
        self.inline += 1;
        let Some(content) = self.open.last_mut() else { return };
        content.has_elements = true;
        content.html.push('<');
        content.html.push_str(name);
        for (name, value) in attributes {
            content.html.push_str(&format!(" {name}=\"{}\"", escape(value)));
        }
        content.html.push('>');
        if name == "br" {
            content.words.push(' ');
        }
    }

    /// Takes its end.
    pub(super) fn close_inline(&mut self, name: &str) {
        self.inline -= 1;
        if let Some(content) = self.open.last_mut().filter(|_| !VOID.contains(&name)) {
            content.html.push_str(&format!("</{name}>"));
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let Some(content) = self.open.last_mut() else { return };
        content.words.push_str(text);
        content.html.push_str(&escape(text));
    }
}

impl Content {
    /// The words alone.
    pub(super) fn words(&self) -> &str {
        self.words.trim()
    }

    /// The words as they are written, which may be Markdown or HTML; HTML in any case where there are elements.
    pub(super) fn prose(&self) -> String {
        match self.has_elements {
            // The frame is a sign for whoever looks whether it is HTML.
            true => format!("<div>{}</div>", self.html.trim()),
            false => self.words().to_owned(),
        }
    }
}
