import { AcknowledgeDeliveryDocument, type DeliveryLineFragment } from '@pantau/schema';
import type { Client } from 'urql';
import { formatCount } from '../../lib/text/format-number.js';
import { formatInstant } from '../../lib/text/format-time.js';
import type { Language } from '../../lib/text/language.js';
import { OrderTrouble } from '../contests/OrderTrouble.js';
import { useOrder } from '../contests/use-order.js';
import { EXPORTS_WORDS, TAKER_WORDS } from './exports-words.js';

interface DeliveryListProps {
  readonly client: Client;
  readonly region: string;
  readonly deliveries: readonly DeliveryLineFragment[];
  /** Loads older ones; null: there are none. */
  readonly onMore: (() => void) | null;
  readonly asking: boolean;
  readonly language: Language;
  readonly onKept: () => void;
}

/** What was handed on, newest first. */
export function DeliveryList(props: DeliveryListProps) {
  const { client, region, deliveries, onMore, asking, language, onKept } = props;
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{EXPORTS_WORDS.deliveries[language]}</h2>
      {deliveries.length === 0 ? (
        <p className="none">{EXPORTS_WORDS.noDeliveries[language]}</p>
      ) : (
        <p className="hint">{EXPORTS_WORDS.keepHint[language]}</p>
      )}
      <ul className="cards">
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <DeliveryCard {...{ client, region, delivery, language, onKept }} />
          </li>
        ))}
      </ul>
      {onMore !== null && (
        <p className="acts">
          <button type="button" className="quiet-button" disabled={asking} onClick={onMore}>
            {EXPORTS_WORDS.more[language]}
          </button>
        </p>
      )}
    </section>
  );
}

interface DeliveryCardProps extends Pick<DeliveryListProps, 'client' | 'region' | 'language' | 'onKept'> {
  readonly delivery: DeliveryLineFragment;
}

function DeliveryCard({ client, region, delivery, language, onKept }: DeliveryCardProps) {
  const { id, takenAt, takenBy, takenByKind, sinceId, total, acknowledgedAt, mine, remembered } = delivery;
  const keeping = useOrder(client, AcknowledgeDeliveryDocument, (data) => data.acknowledgeDelivery);
  const count = (rows: number, word: keyof typeof EXPORTS_WORDS) =>
    `${formatCount(rows, language)} ${EXPORTS_WORDS[word][language]}`;

  async function keep(): Promise<void> {
    const result = await keeping.send({ region, deliveryId: id });
    if (result?.kind === 'DONE') onKept();
  }
  return (
    <article className="card" aria-label={formatInstant(Date.parse(takenAt), language)}>
      <header className="card-head">
        <h3>{formatInstant(Date.parse(takenAt), language)}</h3>
        <strong className="mark" data-mark={acknowledgedAt === null ? 'OPEN' : 'ACTIVE'}>
          {(acknowledgedAt === null ? EXPORTS_WORDS.notKept : EXPORTS_WORDS.kept)[language]}
        </strong>
      </header>
      <p>
        {sinceId === null
          ? EXPORTS_WORDS.all[language]
          : `${count(delivery.newRows, 'new')}, ${count(delivery.changedRows, 'changed')}, ${count(delivery.withdrawnRows, 'withdrawn')}`}{' '}
        · {count(total, 'rows')}
      </p>
      <p className="hint">
        {TAKER_WORDS[takenByKind][language]}
        {takenBy !== null && ` ${takenBy}`}
      </p>
      <OrderTrouble progress={keeping.progress} fields={[]} language={language} />
      {mine && acknowledgedAt === null && remembered && (
        <p className="acts">
          <button
            type="button"
            className="quiet-button"
            disabled={keeping.progress.kind === 'SENDING'}
            onClick={() => void keep()}
          >
            {(keeping.progress.kind === 'SENDING' ? EXPORTS_WORDS.keeping : EXPORTS_WORDS.keep)[language]}
          </button>
        </p>
      )}
    </article>
  );
}
