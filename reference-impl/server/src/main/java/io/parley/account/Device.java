package io.parley.account;

import io.parley.kernel.DeviceId;

/**
 * One of a user's devices. Written to JSON as {@code {id, name}}.
 *
 * @param name what the user calls it, or a default
 */
public record Device(DeviceId id, String name) {}
