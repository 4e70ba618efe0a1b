/** The size of a picture for link previews, in pixels: the one that chats and social networks show whole. */
export const pictureSize = { width: 1200, height: 630 } as const;
