//! Elements of XML in memory.

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

/// The attributes of an element, in their order.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML document that is being written. It escapes texts and attributes.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Writes a document with one element.
    pub(super) fn document(name: &str, attributes: Attributes<'_>, contents: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.line_end();
        xml.within(name, attributes, contents);
        xml.0.into_inner()
    }

    /// Writes an element with others inside of it.
    pub(super) fn within(&mut self, name: &str, attributes: Attributes<'_>, contents: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        self.line_end();
        contents(self);
        self.event(Event::End(BytesEnd::new(name)));
        self.line_end();
    }

    /// Writes an element with a text.
    pub(super) fn text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.event(Event::Start(start(name, attributes)));
        self.event(Event::Text(BytesText::from_escaped(partial_escape(text))));
        self.event(Event::End(BytesEnd::new(name)));
        self.line_end();
    }

    /// Writes an element without contents.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(start(name, attributes)));
        self.line_end();
    }

    fn event(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("it is written to memory");
    }

    fn line_end(&mut self) {
        self.0.get_mut().push(b'\n');
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}
