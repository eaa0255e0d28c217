//! Interviews from texts, as a caller sees it.

#[path = "text/damaged.rs"]
mod damaged;
#[path = "text/forms.rs"]
mod forms;
#[path = "text/posts.rs"]
mod posts;
#[path = "text/properties.rs"]
mod properties;
#[path = "text/structure.rs"]
mod structure;
#[path = "text/support.rs"]
mod support;
