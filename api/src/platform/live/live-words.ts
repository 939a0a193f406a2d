/** What the parts of every live message mean. */
export const LIVE = {
  cursor: 'Its place in the stream. A place that you have seen already: drop it.',
  previous:
    'The cursor of the message before. Nothing that concerns you lies between the two; if yours is older than ' +
    'this, you have missed a message: subscribe again with your own cursor.',
} as const;
