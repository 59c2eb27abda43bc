"""The entity that variables belong to."""

from openfisca_core.entities import build_entity

PERSON = build_entity(key="person", plural="persons", label="A victim", is_person=True)
