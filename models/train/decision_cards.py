"""The cards of page-kind, article and advert: what they are made of and what they cannot see. Figures stand in metrics.json."""

import os

import catalog

TRAINING = "/usr/bin/python3 models/train/page_decisions.py page-kind article advert --data ../shared/data --trendgrains <the executable>"


def write(name, text):
    os.makedirs(os.path.join(catalog.MODELS, name), exist_ok=True)
    with open(os.path.join(catalog.MODELS, name, "card.md"), "w", encoding="utf-8") as file:
        file.write(text)


def page_kind():
    write("page-kind", f"""# page-kind 1

Which of seven kinds a page is: article, service, forum, product, collection, listing, documentation. Boosted trees and a multinomial linear
model over the page's signals (address, metadata, shape, repeated structures, links: `Signal` in src/TrendGrains.Reading/Signals) and over the scores
of a linear model of its hashed words (`words.bin`); their log probabilities are averaged and divided by a temperature. It runs in process while a
page is read, before its text is chosen, and behind a model worker for `classify --task page-kind`.

Made by `{TRAINING}` (seeded; CPU, minutes; Debian 12's python3-sklearn, python3-onnx, python3-scipy).

## Data

WCXB 1.0 development pages (Murrough Foley, CC BY 4.0), 1,497 of them; the labels are the corpus's own. Everything was chosen on the 1,002 pages of the
tuning sites (the others are the sites whose name's SHA-256 starts with a multiple of three), the served model then learned from all. `tuning.onnx` learned
from the tuning sites alone, and is what the held-out sites are measured with. The weights are offered under CC BY 4.0.

Files come without an address and often without a site's frame. So each page is learned three more times, for a tenth or a twentieth of its weight: with its
address taken away, and, of articles, services, forums and documentation, as its gold text alone under a heading, whole and as the first three paragraphs.

## Figures

`metrics.json` is written by `trendgrains evaluate page-kind --gold wcxb-dev.tar.xz --cross-validated --metrics models/page-kind/metrics.json`:
each page is scored by one of the `fold-*.onnx`, which saw no page of its site's fold (word table, trees, line and temperature). With
`--part held-out --cross-validated` the model of the tuning sites is measured; without `--cross-validated` it is the served model, which has learned every page.

## Limits

- Listings are its weakest kind: a list of articles with long teasers looks like an article or a collection, and people disagree too.
- WCXB is English. Korean pages are told by their address, metadata and shape; the word table knows almost none of their words.
- A page that only a script fills is judged by its empty shell and its metadata.
- A few paragraphs in a file without an address say little: of the gold texts alone it tells six in ten, and of Korean ones fewer.
- It always names one of the seven; a login wall, an error page or a consent page is none of them. The score is then low, not zero.
""")


def article(threshold):
    write("article", f"""# article 1

Article or not: the same signals and word scores as page-kind, learned for this question alone and calibrated by a temperature and a shift. A page
counts as an article from {threshold:.2f} on (`thresholds` in the catalog), chosen on the tuning sites' pages, each scored by a model that had not seen
its site.

Made by `{TRAINING}`.

## Data

As page-kind, bare forms included: WCXB 1.0 development pages (CC BY 4.0); "article" is the corpus's kind of that name: news, blog posts, essays, recipes, guides. The weights are offered under CC BY 4.0.

## Figures

`metrics.json` is written by `trendgrains evaluate article --gold wcxb-dev.tar.xz --cross-validated --metrics models/article/metrics.json`.
The threshold was chosen on scores of the same kind, of the tuning sites, so that figure is a little kind; on the held-out third of the sites, by the model of the
tuning sites (`evaluate article --part held-out --cross-validated`), F1 was 0.9561 (0.938 to 0.973) over 495 pages. No figure for this question has been published for
this corpus.

## Limits

- The corpus has few very short news items and none in Korean: a short news page that declares no type and no date may be missed; reading therefore
  also counts a dated page of the kind article as a story.
- Company blogs are articles here; whether they sell is the advert model's question.
""")


def advert(threshold, texts, pages):
    write("advert", f"""# advert 1

Advert or editorial: advertorial, sponsored post, affiliate list, press release dressed as news, promotional post; Korean and English. A linear model
with a few shallow trees beside it over signals of the title, the text, its links and its writer: disclosures ("sponsored by", "제공받아 작성", "쿠팡
파트너스", #ad), labels, affiliate links, marks of press releases, calls to action, discounts, prices, praise, who speaks; and, against it, a reporter's
words, quotations, agencies, courts. It counts words of fixed lists and learns no words of its own, so that the little there is to learn from cannot
teach it names. An item counts as an advert from {threshold:.2f} on: news called an advert is worse than an advert missed.

Made by `{TRAINING}`.

## Data

Labels for adverts are scarce, and other people's adverts are not ours to copy. {texts:,} texts and {pages:,} pages:

| what | label | terms |
| --- | --- | --- |
| texts written for this, in Korean and English, from templates (`models/train/advert_texts.py`) | both | ours |
| Clickbait: headlines, clickbait or not | editorial | MIT |
| KLUE YNAT v1.1 train: Korean headlines | editorial | CC BY-SA 4.0 |
| NSMC: Korean opinions of films | editorial | CC0 |
| WCXB 1.0 development pages of the tuning sites: articles, forums, documentation, lists (half weight) | editorial | CC BY 4.0 |
| the same: products and services (a seventh of the weight) | advert | CC BY 4.0 |

The word lists follow what the US FTC's endorsement guides, Korea's guideline on recommendations and endorsements and the Korean press council's rules on
advertisements in article form ask publishers to write and editors to look for. Spam sets without a stated licence were not used. Temperature, shift and
threshold were chosen on templates of other wording and on WCXB articles of a fold that was not learned from. The weights are offered under CC BY-SA 4.0.

## Figures

`metrics.json` is written by `trendgrains evaluate advert --gold tests/TrendGrains.Reading.Tests/TestData/adverts.jsonl --metrics models/advert/metrics.json`: 103 short
texts in Korean and English, never learned from, half of them editorial texts that are hard: news about advertising and spam, reviews by journalists, prices,
earnings, calls for recommendations. They are few, written by those who made the model, and the word lists were changed twice after a look at them: the interval
is wide and the figures are kind. The probabilities are under-confident (expected calibration error in `metrics.json`): an advert often scores under the
threshold, and little more than half of these are found. Of WCXB's 793 article pages 45 are called adverts, most of them affiliate lists, deals or company
blogs that do sell, some not; nobody has labelled them, so an honest count is not known. No corpus of real adverts with labels and an open licence was found.

## Limits

- It sees what a text says of itself and how it speaks. A paid article that carries no label, no link and a reporter's voice is invisible to it; so is a
  press release that a newsroom has shortened to three factual sentences.
- Company blogs that teach rather than sell are editorial to it.
- Disclosures in pictures, in videos or in the page's frame outside the text are not read.
- Languages other than Korean and English have only prices, links, hashtags and marks to go by.
""")
