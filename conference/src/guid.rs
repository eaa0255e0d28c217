//! Lasting ids of sessions, people and rooms for other programs.

/// A UUID (RFC 9562), written in small letters with hyphens.
pub type Guid = uuid::Uuid;

/// The form in which a guid is written: 36 characters with hyphens.
const LENGTH: usize = 36;

/// Reads a guid. Capitals are small letters; other forms of UUIDs, such as those without hyphens, are none.
pub fn parse(text: &str) -> Option<Guid> {
    Guid::try_parse(text).ok().filter(|_| text.len() == LENGTH)
}

/// The guid that is derived from a name (RFC 9562, section 5.8).
pub(crate) fn derived(name: &str) -> Guid {
    let digest = blake3::hash(name.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
