package io.parley.simulation.store;

import io.parley.conversation.DirectConversations;
import io.parley.conversation.UserPair;
import io.parley.kernel.ConversationId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The kit of the pairs' conversations run over adapters that each break one promise. */
final class WrongDirects {

    private WrongDirects() {}

    /** A right adapter, for the promises that are kept. */
    private static class Wrong implements DirectConversations {

        private final FairCluster fair;
        private final DirectConversations right;

        Wrong(FairCluster fair) {
            this.fair = fair;
            this.right = fair.stores().directs();
        }

        CompletionStage<ConversationId> write(UserPair pair, ConversationId wanted) {
            fair.cluster().directs().put(pair, wanted);
            return CompletableFuture.completedFuture(wanted);
        }

        @Override
        public CompletionStage<Optional<ConversationId>> find(UserPair pair) {
            return right.find(pair);
        }

        @Override
        public CompletionStage<ConversationId> claim(UserPair pair, ConversationId wanted) {
            return right.claim(pair, wanted);
        }

        @Override
        public CompletionStage<ConversationId> replace(UserPair pair, ConversationId stale, ConversationId wanted) {
            return right.replace(pair, stale, wanted);
        }
    }

    static class LastClaimed extends SimulatedDirectsTest {

        @Override
        protected DirectConversations store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<ConversationId> claim(UserPair pair, ConversationId wanted) {
                    return write(pair, wanted);
                }
            };
        }
    }

    static class LookingFirst extends SimulatedDirectsTest {

        @Override
        protected DirectConversations store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<ConversationId> claim(UserPair pair, ConversationId wanted) {
                    // Another question comes between, and with it time for the others.
                    return find(pair).thenCompose(found -> find(pair)
                            .thenCompose(later -> found.<CompletionStage<ConversationId>>map(
                                            CompletableFuture::completedFuture)
                                    .orElseGet(() -> write(pair, wanted))));
                }
            };
        }
    }

    static class NotComparing extends SimulatedDirectsTest {

        @Override
        protected DirectConversations store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<ConversationId> replace(
                        UserPair pair, ConversationId stale, ConversationId wanted) {
                    return write(pair, wanted);
                }
            };
        }
    }

    static class TellingTheWanted extends SimulatedDirectsTest {

        @Override
        protected DirectConversations store() {
            return new Wrong(fair()) {
                @Override
                public CompletionStage<ConversationId> claim(UserPair pair, ConversationId wanted) {
                    return super.claim(pair, wanted).thenApply(kept -> wanted);
                }
            };
        }
    }
}
