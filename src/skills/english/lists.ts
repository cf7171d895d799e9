import type { WordLists } from "../phrases.ts";

const LISTED: Readonly<Record<string, string>> = {
  feeling: `upset angry cross furious livid mad frustrated annoyed irritated worried scared afraid frightened
    terrified anxious nervous stressed exhausted tired drained worn disappointed hurt sad heartbroken
    devastated gutted shaken ashamed embarrassed humiliated mortified lonely alone confused overwhelmed
    desperate helpless betrayed cheated ignored unheard raging fuming seething distressed uneasy exposed
    stunned astonished insulted offended unhappy concerned bothered panicked panicking lost sick rattled
    fed sore bitter speechless appalled disgusted tears cry crying weep weeping scream shouting swear
    protest sceptical suspicious wary dread unwelcome trapped stranded`,
  feelnoun: `frustration* anger worry worries fear fears concern concerns disappointment upset distress stress
    anxiety grief loss pain shock panic embarrassment shame hurt confusion annoyance feeling feelings
    emotion emotions dismay disbelief fury rage despair exhaustion humiliation impatience urgency
    situation position point predicament`,
  awful: `frustrating upsetting annoying stressful worrying scary frightening terrifying awful terrible
    horrible dreadful rotten rough tough hard painful exhausting maddening infuriating disappointing
    disgraceful shameful unacceptable unfair absurd ridiculous outrageous shocking disgusting grim nasty
    miserable gutting cruel humiliating insulting embarrassing mortifying horrid horrifying appalling
    nightmare shame pity mess nuisance insult scandal lousy sad heartbreaking devastating unsettling
    alarming galling grating unpleasant creepy tiring draining brutal wretched ghastly horrendous
    unbelievable unthinkable sickening shambles hell torture misery letdown nonsense disgrace rubbish
    bad worst worse long wrong dire bleak harrowing crushing demoralising degrading undignified
    inexcusable unforgivable serious scandalous indefensible bewildering confusing tedious awkward
    nervewracking daunting unnerving distressing hurtful intolerable unjust pain drag bummer blow slap
    headache ordeal jolt trauma lonely tricky hideous`,
  bang: `ouch oof ugh ouff yikes eek gosh blimey crikey jeez jesus christ wow oops aw aww argh urgh heavens
    goodness wtf hell omg damn eesh yuck whoa oh dear grr`,
  adverb: `just now already personally also both then really still gladly happily immediately myself ourselves
    actually quickly definitely certainly even only first going to be been got having have getting get
    and so right totally fully simply directly straight today tonight`,
  very: `so very really truly deeply terribly extremely incredibly sincerely awfully ever absolutely
    completely totally fully quite perfectly definitely certainly only just do can well pretty seriously
    sooo soo genuinely honestly`,
  fix: `refund refunding refunded replace replacing replaced resend* reissu* reship* rebook* cancel* book
    booking booked order ordering ordered credit crediting credited revers* waiv* block blocking blocked
    unblock* unlock* lock locked locking freez* froze frozen restor* reset resetting swap swapping
    swapped repair repairing repaired fix fixing fixed mend* reprint* remov* delet* correct correcting
    corrected chang* switch* mov* releas* reopen* reinstat* reimburs* compensat* close closed closing
    stop stopped stopping extend* apply applying applied adjust* upgrad* ship* deliver* courier*
    dispatch* sort* wip* pull pulled pulling clear clearing cleared activat* deactivat* enabl* disabl*
    updat* rerout* redirect* schedul* arrang* collect* install* issu* send sending sent post posting
    posted pay paying paid cover covering covered knock knocking knocked take taking took taken put
    putting set setting added adding add reserv* hold holding held turn turning turned rerun* rebuil*
    roll* patch* run running ran lift lifting lifted mark marking marked wiped bring* brought giv* gave
    given struck strike void* approv* grant* revok* disconnect* reconnect* process* withdraw* withdrew
    withdrawn split merg* attach* attaching seat* upload* register* redo redone rewrit* recall* allow*
    offer* drop* top* halv* hide hid drive driv*`,
  act: `call calling called ring ringing rang rung phone phoning phoned write writing wrote written email
    emailing emailed text texting texted message messaging messaged ask asking asked tell telling told
    speak speaking spoke spoken talk talking chase chasing chased trace tracing traced stay staying
    stayed walk walking walked go come coming file filing filed report reporting reported escalat* note
    noting noted flag flagging flagged own owning raise raised raising open opening opened start
    starting started read reading find get give keep keeping kept watch watching sit sitting bring have
    let make making made stand remain* warn* print* search* test* contact contacting contacted forward*
    connect* hand handing handed handl* follow following update updating push pushing pushed log logging
    logged drop`,
  vague: `look looking see seeing try trying check checking help assist* investigat* review* pass passing work
    working endeavour* hurry hurrying sort sorting dig digging chase chasing resolve resolving address*
    handle consider* inform* escalate examin* ask asking enquir* inquir* report note follow attend*
    manage fix have take study* find`,
  hour: `am pm oclock noon midnight lunchtime`,
  day: `today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thur thurs fri sat sun weekend morning afternoon evening january february march april june july
    august september october november december`,
  span: `minute minutes hour hours day days week weeks month months second seconds fortnight`,
  number: `# one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty sixty
    ninety half couple few`,
  family: `mother mum mam mom father dad son daughter wife husband child kid kids children baby brother sister
    grandmother grandfather nan aunt uncle friend cousin`,
  others: `courier couriers driver drivers warehouse supplier carrier depot manufacturer partner partners
    system department team colleague colleagues agent agents bank shop store branch seller engineer
    fitter contractor subcontractor subcontractors billing sales marketing logistics finance accounts
    software computer bot it restaurant caterer landlord surgery pharmacy doctor provider operator
    airline airport hotel garage office factory lab kitchen police council insurer insurers network
    vendor guide crew haulier hauliers post postman franchise portal maker makers dispatcher
    receptionist workshop adviser section headquarters`,
  elsewhere: `them courier carrier manufacturer supplier bank landlord department team office shop store branch
    seller insurer garage council police airline embassy maker makers provider school clinic doctor
    company desk counter forum line caterer distributor contractor customs workshop headquarters
    ombudsman accounts payroll hotel reception`,
  policy: `policy policies terms conditions rules rule regulation regulations contract clause procedure
    protocol tcs guidelines agreement paragraph section statute tariff`,
  swear: `fuck* shit* damn* bloody`,
  insult: `idiot* moron* imbecile* fool fools clown clowns cretin muppet muppets halfwit loser losers liar liars pig pigs
    bitch bastard arsehole asshole wanker prick twat tosser dickhead cunt`,
  doverb: `add aim allow attach avoid back bin block book bring call cancel change charge choose clean clear
    click close connect contact copy count cover cut deactivate delete dial disable disconnect do
    download drag drain drop dry email empty enable enter eject expand export fill find fit flip follow
    force forward get give go grab head hold hook ignore insert install keep lay leave lift load lock
    log loosen lower make mark move mute open order pack park paste pay pick place plug point pop post
    power press print pull push put reboot rebuild reconnect refresh reinstall reload remove rename
    replace report reset restart restore return ring rinse roll rub run save scan scroll select send set
    shut sign sit skip slide snap sort stand start stay stick stop store swap swipe switch take tap
    throw tick tie toggle try turn twist type uninstall unplug unscrew untick update upgrade upload use
    visit wait walk wash wear wipe wrap write seal reply flush air soak pin`,
  identifier: `number numbers no nr reference id address postcode postal zip email mail name names birth dob
    account login username serial model version invoice order ticket case booking reservation membership
    imei phone mobile passport policy tracking customer code surname pan vin iban barcode sku digits
    screenshot photo receipt details`,
  crew: `driver courier engineer fitter manager lead crew van technician supervisor team plumber nurse doctor
    electrician colleague specialist locksmith taxi truck car recovery rep carer director developer
    someone mechanic baker tailor cleaner investigator`,
  fixer: `engineer fitter driver courier van crew technician plumber electrician locksmith nurse doctor car
    taxi truck replacement`,
  thing: `replacement refund letter van driver courier engineer fitter money parcel box order package key new
    one part card link code ticket pair technician credit payment transfer report taxi truck email set
    bed crew room booking copy invoice label voucher unit battery phone meal food hamper cake case file`,
  lead: `please now first then next and so just kindly ok also if try right well for once simply instead
    after that`,
  object: `the it your that this a an to on off out up down in into for them both all until any with from my
    her his and one two three every no there back open shut straight away at as these those only
    yourself nothing by home new again between through over under here slowly gently together # each`,
  ask: `tell give send show text message write read walk talk remind drop pass describe`,
  surely: `tap press click unplug reinstall restart reboot restore scroll download toggle swipe untick tick
    select uninstall reset refresh reload unscrew choose enter hold install log plug pull push put turn
    switch type update wipe keep pop dial disable enable reconnect remove replace resend upload flip
    bring go paste insert rinse eject avoid attach pick`,
};

/** Lists of words that phrases refer to as `@name`; `abc*` stands for every word that starts so. */
export const LISTS: WordLists = Object.fromEntries(
  Object.entries(LISTED).map(([name, words]) => [name, words.split(/\s+/)]),
);
