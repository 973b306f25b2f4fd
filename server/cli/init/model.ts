/** The first playbook of a new repository: short, complete, and with nothing to find, so that authors see what “done” looks like. */
export const modelPlaybook = (owner: string): string => `# A model: copy it, rename the copy, and write your own words into it.
# The name of the file is its address in the handbook. Days are business days; the first touch is day 1.
title: First conversation
summary: For heads of operations whose late orders show up in public reviews.
owner: ${owner}

audience:
  situation: I have never spoken to them
  persona: Head of operations
  stage: cold
  start-when: A public review mentions a late or wrong order.
  exclude:
    - Anyone with an open support ticket
    - Anyone who said no in the last six months

motive:
  benefit: A benchmark of their pick errors against twenty warehouses of their size, theirs to keep.
  belief: Fourteen of those twenty cut returns by a third without buying anything from us.

research:
  minutes: 15
  find: [a review that names the problem, the carrier they use]

variables:
  first_name: { example: Priya, fallback: there }

touches:
  - id: benchmark-call
    day: 1
    channel: call
    reason: Their March review names the problem we measure.
    value: The benchmark of pick errors.
    ask: reply
    script: |
      Hello {{first_name}}, this is Dana from Northwind. I read the March review about the
      wrong order and we measure just that. May I send you the numbers of twenty warehouses
      of your size? And if it is no topic for you, say no and I will leave it there.
    negative-option: if it is no topic for you, say no and I will leave it there
  - id: benchmark-in-writing
    day: 1
    pairs-with: benchmark-call
    channel: email
    reason: The numbers that the call was about, to read in peace.
    value: The benchmark in one page.
    ask: reply
    subject: Pick errors in twenty warehouses of your size
    message: |
      Hello {{first_name}},

      here are the numbers I mentioned. Row four is the size of your site.

      Is this something you look at? A plain no is a fine answer.
    negative-option: A plain no is a fine answer.
  - id: two-causes
    day: 4
    channel: linkedin
    reason: Two causes explain most of what the reviews describe.
    value: A short list of the two causes and how to see which one it is.
    ask: question
    message: |
      In the twenty sites, two causes explained most wrong orders. I can send the list.
      Which of the two do you see more often? If neither, tell me and I will drop it.
    negative-option: If neither, tell me and I will drop it.
  - id: case-in-brief
    day: 9
    channel: email
    reason: A site like theirs wrote down how it halved its returns.
    value: A two-page account with the numbers.
    ask: question
    subject: How one site halved its returns
    message: |
      A site of your size wrote down what it changed. Two pages, no form to fill in.

      Would a look at your own numbers be of use? If not, a no costs you one word.
    negative-option: If not, a no costs you one word.
  - id: stepping-back
    day: 16
    channel: email
    kind: take-away
    reason: They have what they need to decide, and our part is done.
    ask: none
    subject: The benchmark stays yours
    message: |
      I will leave it here. The benchmark stays yours, and you have my address
      should it ever become a topic.

replies:
  interested: hand-over
  meeting-booked: hand-over
  not-now:
    do: Thank them, ask for a date and write it down with the reason.
    wait: until their date
    if-no-date: 90 days
    then: return
  reflex-no: stop
  no: stop
  opt-out: suppress
  silence: stop
  wrong-person: stop
  referral: hand-over
  out-of-office:
    wait: until they are back
    then: resume
  bounce: stop

afterwards:
  rest: 90 days
  return-only-with: A new reason, such as a new site or a new review
  relationship: They keep the benchmark and its yearly update.
`;
