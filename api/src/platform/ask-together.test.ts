import { createAskTogether } from './ask-together.js';

describe('a question that many ask', () => {
  /** A question that is answered when it is told to be. */
  function slowQuestion() {
    const asked: PromiseWithResolvers<number>[] = [];
    const ask = () => {
      asked.push(Promise.withResolvers<number>());
      return asked.at(-1)!.promise;
    };
    return { asked, ask };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('is asked once for those who come while it waits, and never answered by one that was asked before they came', async () => {
    const together = createAskTogether<number>();
    const { asked, ask } = slowQuestion();
    const first = together('key', ask);
    const [second, third] = [together('key', ask), together('key', ask)];
    await turn();
    expect(asked).toHaveLength(1);
    asked[0]!.resolve(1);
    expect(await first).toBe(1);
    await turn();
    expect(asked).toHaveLength(2);
    // Comes while the second question is under way.
    const fourth = together('key', ask);
    asked[1]!.resolve(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    await turn();
    expect(asked).toHaveLength(3);
    asked[2]!.resolve(3);
    expect(await fourth).toBe(3);
    await turn();
    void together('key', ask);
    expect(asked).toHaveLength(4);
  });

  it('is asked for each key by itself', async () => {
    const together = createAskTogether<number>();
    const { asked, ask } = slowQuestion();
    void together('one', ask);
    void together('other', ask);
    expect(asked).toHaveLength(2);
  });

  it('fails for those alone who shared it, and is asked anew for those who came since', async () => {
    const together = createAskTogether<number>();
    const { asked, ask } = slowQuestion();
    const first = together('key', ask);
    const second = together('key', ask);
    asked[0]!.reject(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await turn();
    asked[1]!.resolve(2);
    expect(await second).toBe(2);
  });
});
