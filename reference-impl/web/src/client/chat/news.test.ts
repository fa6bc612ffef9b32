import { describe, expect } from 'vitest';
import { aDirect, aMessage, ada, anEntry, ben, conversationId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import { mergedNews, withNews } from './news.ts';

const id = conversationId(1);
const listed = { ...aDirect(1, 3), unreadCount: 2 };

describe('the news of a conversation', () => {
  verifies(['MSG-14'], 'count the messages of others that came after the list', () => {
    const after = withNews(listed, [aMessage(id, 3), aMessage(id, 4), aMessage(id, 5)], ada.id);
    expect([after.headSeq, after.unreadCount, after.lastMessage?.text]).toEqual([5, 4, 'message 5']);
    expect(withNews(after, [aMessage(id, 5)], ada.id)).toEqual(after);
  });

  verifies(['MSG-14'], 'are read when the user writes', () => {
    expect(withNews(listed, [aMessage(id, 4), aMessage(id, 5, ada)], ada.id).unreadCount).toBe(0);
  });

  verifies(['MSG-14'], 'do not count entries that are no messages', () => {
    expect(withNews({ ...aDirect(1, 0), unreadCount: 0 }, [anEntry(id, 1, ben)], ada.id).unreadCount).toBe(0);
  });

  verifies(
    ['MSG-14'],
    'stay when somebody tells of the conversation without them, and yield to a newer list',
    () => {
      const known = withNews(listed, [aMessage(id, 4)], ada.id);
      expect(mergedNews(known, aDirect(1, 4)).unreadCount).toBe(3);
      expect(mergedNews(known, { ...aDirect(1, 3), unreadCount: 2 }).unreadCount).toBe(3);
      expect(mergedNews(known, { ...aDirect(1, 6), unreadCount: 1 }).unreadCount).toBe(1);
    },
  );
});
