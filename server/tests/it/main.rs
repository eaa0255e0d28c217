//! The program as its users see it: requests through the router, commands through the binary.

mod check;
mod fmt;
mod library;
mod new;
mod pages;
mod publication;
mod site;
mod tidy;
mod walk;
