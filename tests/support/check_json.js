// check_json.js SCHEMA REPORT CLAIMS ANNOTATIONS: the JSON report keeps its schema, the JSON-LD expands and says what is required.
const fs = require('fs');
const assert = require('assert');
const Ajv = require('ajv-draft-04');
const jsonld = require('jsonld');

const read = (path) => JSON.parse(fs.readFileSync(path, 'utf8'));
const [, , schemaPath, reportPath, claimsPath, annotationsPath] = process.argv;

// What the published contexts say of the words we use; nothing is fetched.
const oa = 'http://www.w3.org/ns/oa#';
const contexts = {
  'https://schema.org': { '@vocab': 'https://schema.org/' },
  'http://www.w3.org/ns/anno.jsonld': {
    oa, id: '@id', type: '@type', as: 'http://www.w3.org/ns/activitystreams#', dcterms: 'http://purl.org/dc/terms/',
    dc: 'http://purl.org/dc/elements/1.1/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#', xsd: 'http://www.w3.org/2001/XMLSchema#',
    Annotation: 'oa:Annotation', AnnotationCollection: 'as:OrderedCollection', AnnotationPage: 'as:OrderedCollectionPage',
    TextualBody: 'oa:TextualBody', TextQuoteSelector: 'oa:TextQuoteSelector', TextPositionSelector: 'oa:TextPositionSelector',
    TimeState: 'oa:TimeState', identifying: 'oa:identifying', describing: 'oa:describing',
    assessing: 'oa:assessing', classifying: 'oa:classifying', editing: 'oa:editing', commenting: 'oa:commenting',
    creator: { '@type': '@id', '@id': 'dcterms:creator' }, created: { '@type': 'xsd:dateTime', '@id': 'dcterms:created' },
    foaf: 'http://xmlns.com/foaf/0.1/', Person: 'foaf:Person', name: 'foaf:name',
    body: { '@type': '@id', '@id': 'oa:hasBody' }, target: { '@type': '@id', '@id': 'oa:hasTarget' },
    source: { '@type': '@id', '@id': 'oa:hasSource' }, selector: { '@type': '@id', '@id': 'oa:hasSelector' },
    state: { '@type': '@id', '@id': 'oa:hasState' }, motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
    purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' }, exact: 'oa:exact', prefix: 'oa:prefix', suffix: 'oa:suffix',
    start: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:start' }, end: { '@type': 'xsd:nonNegativeInteger', '@id': 'oa:end' },
    sourceDate: { '@type': 'xsd:dateTime', '@id': 'oa:sourceDate' }, value: 'rdf:value', format: 'dc:format',
    items: { '@type': '@id', '@id': 'as:items', '@container': '@list' }, first: { '@type': '@id', '@id': 'as:first' },
    startIndex: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:startIndex' },
    total: { '@type': 'xsd:nonNegativeInteger', '@id': 'as:totalItems' }, label: { '@id': 'rdfs:label', '@container': '@set' },
  },
};
const documentLoader = async (url) => {
  assert(contexts[url], 'asked for ' + url);
  return { contextUrl: null, documentUrl: url, document: { '@context': contexts[url] } };
};

const required = {
  NewsArticle: ['headline'], Claim: ['text', 'appearance'], Quotation: ['text', 'isPartOf'],
  ClaimReview: ['claimReviewed', 'reviewRating', 'author', 'itemReviewed', 'datePublished'],
  Rating: ['alternateName', 'ratingValue', 'worstRating', 'bestRating'],
};

async function main() {
  const report = read(reportPath);
  const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(read(schemaPath));
  assert(validate(report), JSON.stringify(validate.errors));
  assert(!validate({ ...report, flags: [{}] }), 'the schema takes anything');

  const claims = read(claimsPath);
  const expanded = await jsonld.expand(claims, { documentLoader, safe: true });
  assert.strictEqual(expanded.length, claims['@graph'].length);
  const ids = new Set(claims['@graph'].map((node) => node['@id']));
  const all = report.articles.reduce((sum, article) => sum + article.claims.length, 0);
  assert.strictEqual(claims['@graph'].filter((node) => ['Claim', 'Quotation'].includes(node['@type'])).length, all);
  let reviews = 0;
  for (const node of expanded) {
    const type = node['@type'][0].replace('https://schema.org/', '');
    assert(required[type], 'unknown type ' + type);
    for (const field of required[type]) assert(node['https://schema.org/' + field], type + ' without ' + field);
    const whole = node['https://schema.org/appearance'] || node['https://schema.org/isPartOf'];
    if (whole) assert(ids.has(whole[0]['@id']));
    if (type !== 'ClaimReview') continue;
    const [rating] = node['https://schema.org/reviewRating'];
    for (const field of required.Rating) assert(rating['https://schema.org/' + field], 'Rating without ' + field);
    const [item] = node['https://schema.org/itemReviewed'];
    for (const field of required.Claim) assert(item['https://schema.org/' + field], 'itemReviewed without ' + field);
    assert(ids.has(item['@id']) && ids.has(item['https://schema.org/appearance'][0]['@id']));
    assert(/^\d{4}-\d\d-\d\d$/.test(node['https://schema.org/datePublished'][0]['@value']));
    ++reviews;
  }

  assert.strictEqual(reviews, report.decisions.filter((made) => made.verdict === 'rated' && made.state === 'standing').length);

  const annotations = read(annotationsPath);
  const collection = await jsonld.expand(annotations, { documentLoader, safe: true });
  assert.deepStrictEqual(collection[0]['@type'], ['http://www.w3.org/ns/activitystreams#OrderedCollection']);
  assert.strictEqual(annotations.first.items.length, annotations.total);
  const texts = Object.fromEntries(report.articles.map((article) => [article.article, [...article.text]]));
  for (const annotation of annotations.first.items) {
    for (const target of annotation.target) {
      const [quote, position] = target.selector;
      const article = decodeURIComponent(target.source.split(':')[3]);
      assert.strictEqual(texts[article].slice(position.start, position.end).join(''), quote.exact);
      assert(texts[article].join('').includes(quote.prefix + quote.exact + quote.suffix));
    }
  }
  console.log('checked', expanded.length, annotations.total, reviews);
}

main().catch((error) => { console.error(error); process.exit(1); });
