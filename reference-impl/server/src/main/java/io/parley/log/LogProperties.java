package io.parley.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set about the log.
 *
 * @param answerWithin after this time a client is told "unknown" or "try again"; a read waits no longer for room
 * @param backOffBase first bound of the jittered wait after a lost race
 * @param backOffMax last bound of that wait
 * @param cache memory for folded states
 * @param reads contents of entries that are read at the same time, at most, as the log keeps them
 */
@ConfigurationProperties("parley.log")
record LogProperties(
        @DefaultValue("5s") Duration answerWithin,
        @DefaultValue("2ms") Duration backOffBase,
        @DefaultValue("500ms") Duration backOffMax,
        @DefaultValue("64MB") DataSize cache,
        @DefaultValue("64MB") DataSize reads) {}
