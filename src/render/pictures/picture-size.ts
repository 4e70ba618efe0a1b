/** The size of a picture for link previews, in pixels. Chats and social networks show pictures of this size uncropped. */
export const pictureSize = { width: 1200, height: 630 } as const;
