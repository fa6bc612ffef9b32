package io.parley.log;

import io.parley.kernel.UserId;
import java.time.Instant;

/** Why an attempt may not become an entry. What it says of earlier attempts of the same command, see {@link Outcome.Refused}. */
public sealed interface Refusal {

    /** The id stands for another entry: other author or other content (INV-4). So no attempt of this command became one, or will. */
    record IdInUse() implements Refusal {}

    /** What lives outside the log forbids it, see {@link Admission}. */
    record NotAdmitted() implements Refusal {}

    /** The id's time or {@code sentAt} lies further in the future than the allowed skew. */
    record ClockSkew(Instant serverTime) implements Refusal {}

    /** The log holds an entry of a version that this node does not know; it serves the conversation read-only. */
    record ReadOnly() implements Refusal {}

    /** A direct conversation's members and title never change. */
    record NotAGroup() implements ByState {}

    /** A message is edited by its author only. */
    record NotTheAuthor() implements ByState {}

    /**
     * Too much was said since, so that finding a message's edits stays bounded.
     *
     * @param entriesMax from the message to its last edit
     */
    record TooLateToEdit(long entriesMax) implements ByState {}

    /** By a state that an entry may have changed meanwhile: said only by one that was read after the command came. */
    sealed interface ByState extends Refusal {}

    /** There is no such conversation, or the author is no member of it; which of the two is not told. */
    record NotAMember() implements ByState {}

    /** Only an owner may do this. */
    record NotAnOwner() implements ByState {}

    /** Who is to be added is a member. */
    record AlreadyAMember(UserId user) implements ByState {}

    /** Who is to be removed, or to have another role, is no member. */
    record NoSuchMember(UserId user) implements ByState {}

    /** More members than a conversation may have. */
    record TooManyMembers(int membersMax) implements ByState {}

    /** A group that has members has an owner: the last one makes another member owner before leaving. */
    record NoOwnerLeft() implements ByState {}

    /** No message stands there. */
    record NoSuchMessage() implements ByState {}
}
