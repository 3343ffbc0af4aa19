/** Files kept on this device by key, in IndexedDB. Where the browser refuses (private windows), nothing is kept. */
export interface Keep {
  readonly put: (key: string, file: File) => Promise<boolean>
  readonly get: (key: string) => Promise<File | null>
  readonly forget: (key: string) => Promise<void>
  readonly keys: () => Promise<readonly string[]>
}

const DATABASE = 'qunxiang'
const STORE = 'files'

export function openKeep(databases: IDBFactory | undefined = globalThis.indexedDB): Keep {
  let opened: Promise<IDBDatabase> | null = null
  const open = (): Promise<IDBDatabase> => (opened ??= openDatabase(databases))

  async function ask<Answer>(
    mode: IDBTransactionMode,
    request: (store: IDBObjectStore) => IDBRequest<Answer>,
  ): Promise<Answer> {
    const transaction = (await open()).transaction(STORE, mode)
    const answer = await done(request(transaction.objectStore(STORE)))
    if (mode === 'readwrite') await committed(transaction)
    return answer
  }

  return {
    put: (key, file) =>
      ask('readwrite', (store) => store.put(file, key)).then(
        () => true,
        () => false,
      ),
    get: (key) =>
      ask<unknown>('readonly', (store) => store.get(key)).then(
        (found) => (found instanceof File ? found : null),
        () => null,
      ),
    forget: (key) =>
      ask('readwrite', (store) => store.delete(key)).then(
        () => {},
        () => {},
      ),
    keys: () =>
      ask('readonly', (store) => store.getAllKeys()).then(
        (keys) => keys.map(String),
        () => [],
      ),
  }
}

function openDatabase(databases: IDBFactory | undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!databases) return reject(new Error('no IndexedDB'))
    const request = databases.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
    // Another window holds an older one open: this visit goes without.
    request.addEventListener('blocked', () => reject(new Error('IndexedDB is blocked')))
  })
}

function done<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })
}

/** Only then is it kept: a disk may be found full at the very end. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB')))
    transaction.addEventListener('error', () => reject(transaction.error ?? new Error('IndexedDB')))
  })
}
