"""The store: what was filed, decided and recorded, kept so that nothing is lost and nothing is changed."""

from conformed.store.chain import Head
from conformed.store.log import Imported
from conformed.store.repository import Store, open_store
from conformed.store.sealing import SealKey, Unsealed, find_key

__all__ = ["Head", "Imported", "SealKey", "Store", "Unsealed", "find_key", "open_store"]
