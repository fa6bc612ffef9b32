package io.parley.acceptance.log;

import com.datastax.oss.driver.api.core.CqlSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests of Cassandra's adapters one session on the shared Cassandra, which is closed after the last of them. */
final class SharedSession implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedSession.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == CqlSession.class;
    }

    @Override
    public CqlSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(CqlSession.class, type -> LogNode.session(LogNode.KEYSPACE), CqlSession.class);
    }
}
