//! Tables.

use pulldown_cmark::{Alignment, Event, TagEnd};

use crate::markdown::spanned::Spanned;

use super::{
    Writer,
    open::{Table, TablePart},
};

impl Writer<'_, '_> {
    pub(super) fn open_table(&mut self, alignments: &[Alignment]) {
        // A group, not a region: every region is a landmark, and a page with tables has better ones.
        let label = self.rendering.labels.table;
        self.open_block(&format!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\">\n<table>\n"
        ));
        self.table = Some(Table { alignments: alignments.to_vec(), column: 0, part: TablePart::Head, cell: "" });
    }

    pub(super) fn open_table_head(&mut self) {
        self.html.push_str("<thead>\n<tr>");
    }

    pub(super) fn close_table_head(&mut self) {
        self.html.push_str("</tr>\n</thead>\n");
        if let Some(table) = &mut self.table {
            table.part = TablePart::BeforeRows;
        }
    }

    pub(super) fn open_table_row(&mut self) {
        self.separate_words();
        let Some(table) = &mut self.table else { return };
        table.column = 0;
        if table.part == TablePart::BeforeRows {
            table.part = TablePart::Rows;
            self.html.push_str("<tbody>\n");
        }
        self.html.push_str("<tr>");
    }

    pub(super) fn close_table_row(&mut self) {
        self.html.push_str("</tr>\n");
    }

    pub(super) fn open_table_cell(&mut self, after: &[Spanned<'_>]) {
        self.last = None;
        let Some(table) = &mut self.table else { return };
        let is_empty = matches!(after.first(), Some((Event::End(TagEnd::TableCell), _)));
        // An empty cell is not a heading.
        let (start, end) =
            if table.part == TablePart::Head && !is_empty { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
        table.cell = end;
        self.html.push_str(start);
        // No style attribute, which the content security policy forbids.
        self.html.push_str(match table.alignments.get(table.column) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::None) | None => ">",
        });
        table.column += 1;
    }

    pub(super) fn close_table_cell(&mut self) {
        let end = self.table.as_ref().map_or("", |table| table.cell);
        self.html.push_str(end);
        self.words.push(' ');
    }

    pub(super) fn close_table(&mut self) {
        if self.table.take().is_some_and(|table| table.part == TablePart::Rows) {
            self.html.push_str("</tbody>\n");
        }
        self.html.push_str("</table>\n</div>\n");
    }
}
