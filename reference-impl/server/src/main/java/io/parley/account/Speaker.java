package io.parley.account;

/** A user, on one of their devices. */
public record Speaker(User user, Device device) {}
