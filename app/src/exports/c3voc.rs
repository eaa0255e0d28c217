//! The schedule in c3voc's format, in XML and in JSON: for apps such as Giggity and EventFahrplan, and for programs that
//! record an event, staff it or show its schedule on screens.
//!
//! <https://c3voc.de/wiki/schedule> describes the format. Its schemas are `validator/xsd/schedule.xml.xsd` and
//! `validator/json/schema.json` of <https://github.com/voc/schedule>. The format has no place for canceled sessions:
//! programs notice that a session is gone.

mod days;
mod json;
mod links;
mod numbers;
mod programme;
mod schedule;
mod xml;

use conference::{Language, url::DatasetContent};

use self::programme::schedule;
use super::made::Made;
use crate::site::Site;

/// The schedule in XML; `None` if the address of the site is not known.
pub(super) fn xml(site: &Site, language: &Language) -> Option<Made> {
    let schedule = schedule(site, language, DatasetContent::ScheduleXml)?;
    Some(Made { media_type: "application/xml", body: xml::write(&schedule).into() })
}

/// The schedule in JSON; `None` if the address of the site is not known.
pub(super) fn json(site: &Site, language: &Language) -> Option<Made> {
    let schedule = schedule(site, language, DatasetContent::ScheduleJson)?;
    Some(Made { media_type: "application/json", body: json::write(&schedule).into() })
}
