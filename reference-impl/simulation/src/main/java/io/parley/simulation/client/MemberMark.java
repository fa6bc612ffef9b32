package io.parley.simulation.client;

import io.parley.kernel.Seq;
import io.parley.kernel.UserId;

/** How far a member is, as somebody was told. */
public record MemberMark(UserId user, Seq delivered, Seq read) {}
