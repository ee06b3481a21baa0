"""Given names that tell whether a person is he or she, from many countries."""

from __future__ import annotations

_HE = """
    aaron abdul abdullah abraham adam adrian ahmad ahmed aidan akbar alain alan albert
    alberto alejandro aleksandr alessandro alexander alexei alexis alfonso alfred ali
    allan allen alvin amin amir amos amrullah anders andre andreas andrei andrew andrzej
    andrés andy angelo angus anthony antoine anton antonio arjun arman armando arnold
    arthur arturo ashraf asif austin axel aziz babatunji barack barry bart bashar ben
    benedict benjamin bernard bernie bert beto bill billy bismillah blaine blair bob
    bobby boris brad bradley brandon brendan brett brian bruce bruno bryan burhan
    burhanuddin caleb calvin cameron carl carlo carlos cecil chad charles charlie
    chester chris christian christoph christophe christopher chuck clarence claude
    clayton clifford clinton clive colin colm connor conor corey cory craig cristian
    curtis cyrus dale damian damien dan daniel danny dariusz darrell darren dave david
    dean denis dennis derek dermot desmond devin didier diego dieter dimitri dirk dmitri
    dmitry dominic dominique don donald donnie doug douglas duncan dustin dwayne dwight
    dylan earl ed eddie edgar edmund eduardo edward edwin elias elijah elliot elliott
    elon emil emmanuel emmerson emre enrique eric erich erik ernest ernesto ethan eugene
    evan fabien fahim faisal farid felipe felix ferdinand fernando fidel filippo finn
    floyd francesco francis francisco franck francois frank franklin franz françois fred
    freddie frederic frederick friedrich fritz frédéric fumio gabriel gareth garry gary
    gavin geoff geoffrey george georges gerald gerard gerardo gerhard gerry gilbert
    gilles giorgio giovanni giuseppe glen glenn gordon graeme graham grant greg gregg
    gregory guillaume gunther gus gustavo guy günter haibatullah hamad hamdullah hamid
    hamish hamza hans harjit harold harry harvey hasan hassan hector heinrich heinz
    helmut henri henrik henry herbert herman hernán horst houari howard hua hubert hugh
    hugo humberto hussein ian ibrahim igor ilya imran ismail ivan jack jacob jacques
    jagmeet jaime jair jake jamal james jamie jan jared jason javier jay jean
    jean-claude jean-luc jeb jeff jeffrey jens jeremiah jeremy jeroen jerome jerry jesse
    jesús jim jimmy joachim joao joaquín jochen joe joel joerg johan johann johannes
    john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua josip josé
    juan jules julian julien julio justin jörg jürgen kai kais karim karl keith ken
    kenneth kenny kevin khaled khalid kim kirk klaus konrad kristian kurt kyle lance
    larry lars laurence laurent lawrence lee leo leon leonard leonardo leroy leslie
    lester lewis liam lindsey lionel lloyd logan lorenzo louis luc luca lucas luigi luis
    luiz lukas luke lyndon lázaro magnus mahathir mahmoud malcolm manfred manuel marc
    marcel marcelo marco marcos marcus mario marion mark markus martin marty marvin
    marwan massimo mateo mathias matt matteo matthew matthias maurice mauricio max
    maxime maximilian melvin michael michel mick miguel mikael mike mikhail milan miles
    milton mitch mitchell mitt mohamad mohamed mohammad mohammed mohsen moritz morris
    muhammad mullah mustafa narendra nasser nathan nathaniel neal ned neil nelson newt
    niall nicholas nick nicolas niels nigel nikolai nikolaus noah noel norbert norm
    norman oleg oliver olivier omar oscar oskar osman otto owen pablo paolo pascal pat
    patrick paul paulo pavel pedro percy perry pete peter petr petros phil philip
    philippe phillip pierre pieter piotr rafael rahul rainer raj rajesh ralph ramon
    ramzan rand randall randy rashid raul ray raymond raúl recep reginald reinhard
    reinhold rene rené rex ricardo riccardo richard rick ricky rob robert roberto robin
    rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie ross roy ruben
    rudolf rudy rupert russ russell ryan saleh salman salvador sam sami samir samuel
    samy sanjay scott sean sebastian sepp serge sergei sergey sergio seth shane shaun
    shawn sherman shinzo sidney simon sirajuddin spencer stan stanley stefan stephen
    steve steven stewart stuart stéphane sultan sundar sven syed tareq tariq tayyip ted
    terence terrence terry theo theodore thierry thomas thorsten tim timothy tobias toby
    todd tom tommy tony travis trevor tristan tyler ulrich uwe valentin vern vernon
    victor vikram viktor vince vincent vitaly vladimir volker volodymyr václav wade
    walid wallace walter warren wayne werner wesley wilfried wilhelm will willem william
    willie wolfgang woodrow xavier xi yannick yasser yoel yuri yusuf yves zabihullah
    zabiullah zachary zack zbigniew zoltan
"""
_SHE = """
    abigail adele adriana agnes aisha alexandra alexandria alice alicia alina alison
    alisyn allison alyssa amal amanda amber amelia amina amy ana anastasia andrea angela
    angelica angelina anita anja anke ann anna annabel anne annegret annette annie antje
    antonia april ariana arlene ashley astrid audrey aung ayesha barbara beatrice
    beatriz becky belinda benazir bente bernadette bertha beth bethany betsy betty
    beverly bianca birgit bonnie brenda bridget brigitte brittany bärbel camila camille
    candice carla carly carmen carol carole carolina caroline carolyn carrie cassandra
    catarina catherine cathy cecilia celia chantal charlene charlotte chelsea cher
    cheryl chloe christa christiane christina christine chrystia cindy claire clara
    clarissa claudia colleen condoleezza connie constance corinna cornelia courtney
    cristina crystal cynthia céline daisy dana daniela danielle daphne darlene dawn
    deanna deb debbie deborah debra delphine denise destiny diana diane dianne dilma
    dina dolores donna dora doris dorothea dorothy edith eileen elaine eleanor elena
    elisa elisabeth elise eliza elizabeth elke ella ellen elsa emilia emily emma erica
    erika erin esmeralda esther eva evelyn faith fatima fatma felicity fiona florence
    fouzia frances francesca franziska françoise frida gabriela gabriele gabrielle gail
    genevieve georgia geraldine gerda gertrude gillian gina ginger giorgia gisela gloria
    golda grace greta gretchen gudrun gwen gülsen hanna hannah hannelore harriet hazel
    heather heide heidi heike helen helena helga henrietta hilary hildegard hillary hina
    holly hope huma ida ilse indira ines inge ingrid irene irina iris irma isabel
    isabella isabelle ivana ivanka jacinda jackie jacqueline jamila jana jane janet
    janice janine jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jill
    jillian joan joanna joanne jocelyn jodi jodie johanna josephine joy joyce juanita
    judith judy julia juliana julie juliet june justine jutta kamala karen karin karla
    kate katharina katherine kathleen kathryn kathy katie katja katrin katrina kay kayla
    keiko kelly kellyanne kerry kerstin khadija kiara kim kimberly kirsten kirstjen
    kristen kristin kristina krystal latifa laura lauren laurie lea leah leila lena
    leona leslie leticia lidia liesl lillian lily lina linda lindsay lisa lise liz liza
    lois lola lorena loretta lori lorraine louisa louise lucia lucille lucy luisa luz
    lydia lynda lynn lynne mabel mackenzie madeleine madeline madison magdalena maggie
    maja malala malia mandy manuela mara marcia margaret margarita margot marguerite
    maria mariam marianne marie marielle marilyn marina marine marisa marissa marjorie
    marlene marsha martha martina mary maryam matilda maud maureen maxine maya megan
    meghan megyn melania melanie melinda melissa mercedes meredith michaela michelle
    mildred millicent mimi minna mira miranda miriam moira mollie molly mona monica
    monika monique muriel myra nadia nadine nancy naomi natalia natalie natasha nathalie
    nelly nicola nicole nikki nina noor nora noreen norma octavia olga olivia paige pam
    pamela patience patricia patsy patty paula pauline pearl peggy penelope penny petra
    phyllis pippa polly priscilla priti priya rachael rachel ramona raquel rebecca
    regina renate renee rhonda rita roberta robyn ronalee rosa rosalie rosalind rose
    rosemary rosie roxanne ruth sabina sabine sabrina sadie sally samantha samira sandra
    sara sarah sasha saskia selena serena shanaaz shannon sharon sheila shelby shelley
    sherry sheryl shirley sibylle sigrid silke silvia simone sofia sonia sonja sonya
    sophia sophie stacey stacy stefanie stella stephanie sue susan susanna susanne
    suzanne svenja svetlana sybil sylvia tabitha tamara tammy tania tanja tanya tara
    tasha tatiana tatjana teresa teri theresa therese tiffany tina toni tracey traci
    tracy tricia trish trudy tulsi ulrike una ursula ute valentina valerie vanessa vera
    verena veronica veronika vicki vicky victoria viktoria viola violet virginia vivian
    viviane wanda wendy whitney wilma winifred xiomara yasmin yolanda yulia yvette
    yvonne zainab zara zoe zuzana
"""
_EITHER = frozenset(
    """jean kim leslie robin jan andrea marion dominique kerry sasha alexis jordan jamie
    ashley noel jocelyn simone nicola""".split()  # noqa: SIM905 - a list to be read
)
HE = frozenset(_HE.split()) - _EITHER
SHE = frozenset(_SHE.split()) - _EITHER
