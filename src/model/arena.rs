//! Where the things of one kind lie, and the ids by which they know each other.

use crate::parse::kinds::Kind;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// Which of the `T`s of a model. An id of one model means nothing in another.
pub struct Id<T> {
    index: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The id of the `index`th thing.
    pub fn new(index: u32) -> Id<T> {
        Id {
            index,
            of: PhantomData,
        }
    }

    /// Its place in the arena.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Id<T> {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Id<T>) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Id<T>) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Id<T>) -> Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{}", self.index)
    }
}

/// A thing of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnyId {
    /// Its kind.
    pub kind: Kind,
    /// Its place in the arena of that kind.
    pub index: u32,
}

impl AnyId {
    /// The same as an id of `T`, if that is its kind.
    pub fn of<T: Entity>(self) -> Option<Id<T>> {
        (self.kind == T::KIND).then(|| Id::new(self.index))
    }
}

/// A kind that has an arena of its own.
pub trait Entity {
    /// The kind.
    const KIND: Kind;
}

impl<T: Entity> From<Id<T>> for AnyId {
    fn from(id: Id<T>) -> AnyId {
        AnyId {
            kind: T::KIND,
            index: id.index,
        }
    }
}

/// All things of one kind, in the order in which they were written.
#[derive(Clone, Debug)]
pub struct Arena<T> {
    items: Vec<T>,
}

impl<T> Default for Arena<T> {
    fn default() -> Arena<T> {
        Arena { items: Vec::new() }
    }
}

impl<T> Arena<T> {
    /// Every thing with its id.
    pub fn iter(&self) -> impl Iterator<Item = (Id<T>, &T)> {
        (0u32..).map(Id::new).zip(&self.items)
    }

    /// Every thing.
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

impl<T> FromIterator<T> for Arena<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Arena<T> {
        Arena {
            items: items.into_iter().collect(),
        }
    }
}

impl<T> std::ops::Index<Id<T>> for Arena<T> {
    type Output = T;
    fn index(&self, id: Id<T>) -> &T {
        &self.items[id.index()]
    }
}
