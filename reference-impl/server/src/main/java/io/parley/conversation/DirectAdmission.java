package io.parley.conversation;

import io.parley.contact.KnownBlocks;
import io.parley.kernel.UserId;
import io.parley.log.Admission;
import io.parley.log.Command;
import io.parley.log.Content;
import io.parley.log.ConversationState;
import io.parley.log.ConversationType;
import io.parley.log.MessageChange;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Component;

/**
 * Between two users of whom one has blocked the other nothing new is said (USR-5); what was said may be taken back. Groups are
 * not affected.
 */
@Component
class DirectAdmission implements Admission {

    private static final CompletionStage<Boolean> ADMITTED = CompletableFuture.completedFuture(true);

    private final KnownBlocks blocks;

    DirectAdmission(KnownBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public CompletionStage<Boolean> admits(ConversationState state, Command command) {
        if (takesBack(command.content())) {
            return ADMITTED;
        }
        return otherOf(state, command)
                .map(other -> blocks.standsBetween(command.author(), other).thenApply(stands -> !stands))
                .orElse(ADMITTED);
    }

    /** Says nothing new, and is one's own to do. */
    private static boolean takesBack(Content content) {
        return content instanceof MessageChange.Deletion
                || (content instanceof MessageChange.Reaction reaction && !reaction.set());
    }

    /** Whom a direct conversation is with, whether it exists or is about to be made. */
    private static Optional<UserId> otherOf(ConversationState state, Command command) {
        if (state.exists()) {
            return state.type() == ConversationType.DIRECT
                    ? other(command.author(), state.members().keySet())
                    : Optional.empty();
        }
        return command.content() instanceof Content.Created created && created.type() == ConversationType.DIRECT
                ? other(command.author(), created.members().keySet())
                : Optional.empty();
    }

    private static Optional<UserId> other(UserId author, Set<UserId> members) {
        return members.stream().filter(member -> !member.equals(author)).findFirst();
    }
}
