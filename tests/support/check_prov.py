"""check_prov.py REPORT.json REPORT.ttl: both notations are read by other people's libraries, come back unchanged, and tell the same.
Exit 77: python3-prov or python3-rdflib is not installed."""
import sys

try:
    import prov.model
    import rdflib
except ImportError as missing:
    print(missing)
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    document = prov.model.ProvDocument.deserialize(content=file.read(), format="json")
again = prov.model.ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
assert document == again, "PROV-JSON does not come back as it was"

graph = rdflib.Graph()
graph.parse(sys.argv[2], format="turtle")
back = rdflib.Graph()
back.parse(data=graph.serialize(format="nt"), format="nt")
assert len(back) == len(graph)

PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
PLAIN = {
    None: PROV.wasDerivedFrom,
    "Quotation": PROV.wasQuotedFrom,
    "PrimarySource": PROV.hadPrimarySource,
    "Revision": PROV.wasRevisionOf,
}
QUALIFIED = {
    None: PROV.qualifiedDerivation,
    "Quotation": PROV.qualifiedQuotation,
    "PrimarySource": PROV.qualifiedPrimarySource,
    "Revision": PROV.qualifiedRevision,
}


def iri(name):
    return rdflib.URIRef(name.uri)


checked = 0
for record in document.get_records(prov.model.ProvDerivation):
    newer, older = record.args[0], record.args[1]
    kinds = [kind.localpart for kind in record.get_asserted_types()]
    kind = kinds[0] if kinds else None
    assert (iri(newer), PLAIN[kind], iri(older)) in graph, (newer, kind, older)
    assert any(
        (node, PROV.entity, iri(older)) in graph for node in graph.objects(iri(newer), QUALIFIED[kind])
    ), (newer, kind, older)
    checked += 1
for record, plain in (
    (prov.model.ProvAttribution, PROV.wasAttributedTo),
    (prov.model.ProvAssociation, PROV.wasAssociatedWith),
    (prov.model.ProvGeneration, PROV.wasGeneratedBy),
    (prov.model.ProvUsage, PROV.used),
):
    for each in document.get_records(record):
        assert (iri(each.args[0]), plain, iri(each.args[1])) in graph, each
        checked += 1
for klass, kind in (
    (prov.model.ProvEntity, PROV.Entity),
    (prov.model.ProvAgent, PROV.Agent),
    (prov.model.ProvActivity, PROV.Activity),
):
    records = list(document.get_records(klass))
    assert records
    for each in records:
        assert (iri(each.identifier), rdflib.RDF.type, kind) in graph, each
print("checked", checked)
