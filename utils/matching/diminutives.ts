import { hashText } from './letters';

/**
 * First names and the short forms met in French schools, folded; the long form first. Small on purpose: a pair found
 * through it is only ever shown « à vérifier ».
 */
const FAMILIES = `
alexandre alex; alexandra alex alexa sandra; alexis alex; abdelkader kader; abdelkrim karim; abdallah abdel;
agathe aggie; amandine mandy; anastasia anna; angelique angie; annabelle anna; antoine tony toine; augustin gus;
aurelie lily; baptiste bat; barnabe barny; bastien bast; beatrice bea; benedicte bene; benjamin ben benji;
bernadette dede; bertrand bert; camille cam cami; caroline caro; catherine cathy cath kate; cedric ced;
charlotte charlie lotte; christelle chris; christian chris; christine chris; christophe chris tof; clementine clem;
clement clem; constance connie; corentin coco; cyprien cyp; daniel dan dany; danielle dany; david dave; deborah debo;
delphine del; dominique dom domi; dorothee doro; eleonore leonore elea nora; elisabeth elise lise lisa babeth betty;
emeline line; emilie emy mimi; emmanuel manu; emmanuelle manu; esteban este; eugenie ninie; evangeline eva;
fabien fab; fabienne fab; fabrice fab; fatima fatou; fatoumata fatou; felicien felix; florence flo; florent flo;
florian flo; francois fran; francoise fanfan; frederic fred; frederique fred; gabriel gaby gab; gabrielle gaby;
genevieve ginette; georges jojo; gerald gege; gerard gege; gilbert gil; gregoire greg; gregory greg; guillaume guigui;
gwenaelle gwen; gwendoline gwen; gwenael gwen; helene lena; henriette riri; isabelle isa belle zabou; jacqueline jacky;
jacques jacky; jeannette jeanne; jeremie jerem; jeremy jerem; jessica jess; jonathan jon joe; josephine jo josie;
josephe jo; joseph jo jos; julien jul; julie juju; juliette juju; justine juju; katarina katia; laetitia laeti;
laurence lolo; laurent lolo lau; leopold leo; leonard leo; lilian lili; liliane lili; louise lou loulou; louis loulou;
lucas luc; lucie lulu; ludivine ludi; ludovic ludo; madeleine mado; magdalena magda; manon mano; marc marco;
margaux margot; marguerite margot maggie; marianne marie; marjorie marjo; martine titine; mathieu mat math;
mathilde mathy tilde; matthieu mat matt; maximilien max; maxence max; maxime max; melanie mel; melissa mel mely;
michael mike mick; michel mich; mickael mike mick; mireille mimi; mohamed momo mo; mohammed momo mo; monique momo;
nathalie nath nat; nathanael nathan nat; nicolas nico; nicole nico; noemie nono; olivier olive oliv; oceane oce;
patricia pat patou; patrice pat; patrick pat; pauline paulette popo; penelope penny; philippe phil; philippine phil;
pierre pierrot; quentin quent; raphael raph; raphaelle raph; rebecca becky; remi rem; robert bob rob; rodolphe rudy;
romain rom; romane rom; rosalie rosa rose; sabrina sabri; samuel sam samy; samantha sam; sandrine sandra;
sebastien seb; serge sergio; simon sim; solene sol; sophie so; stephane steph stef; stephanie steph stef fanny;
suzanne suzie suzon; sylvain syl; sylvie syl; theodore theo teddy; theophile theo; therese tess; thibault tib;
thibaut tib; thomas tom; timothee tim timo; valentin val; valentine val; valerie val; vanessa ness; veronique vero;
victoire vic; victoria vicky; victor vic; vincent vince; virginie nini; vivien viv; william will bill willy; xavier xav;
yasmine yas; yohann yo; yolande yoyo; zacharie zach zac; zoubida zouzou
`;

const SHORT_FORMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  FAMILIES.split(';').map((family) => {
    const [long = '', ...short] = family.trim().split(/\s+/);
    return [long, new Set(short)];
  }),
);

/** Couples of hashes of a name and its short form, made when first asked for. */
let couples: ReadonlySet<number> | undefined;

/** True for the hashes (`hashText`) of two names of which one is a usual short form of the other; rarely for others. */
export function mayBeDiminutives(one: number, other: number): boolean {
  couples ??= new Set(
    [...SHORT_FORMS].flatMap(([long, short]) => [...short].map((form) => hashText(long) ^ hashText(form))),
  );
  return couples.has(one ^ other);
}

/** The table's own rows, `[long, short]`, for those who make test data or documentation. */
export function diminutivesOf(firstName: string): readonly string[] {
  return [...(SHORT_FORMS.get(firstName) ?? [])];
}

/** True when one folded first name is a usual short form of the other. */
export function areDiminutives(one: string, other: string): boolean {
  return (SHORT_FORMS.get(one)?.has(other) ?? false) || (SHORT_FORMS.get(other)?.has(one) ?? false);
}
